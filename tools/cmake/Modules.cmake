# rasoat_module(NAME [USES module...] [LIBS target...] [PRIVATE_LIBS target...])
#
# One folder of lib/ is one static library. USES names the modules that the architecture page allows
# it to include; tests/layering_test.py checks that the #include lines keep to what USES says.
function(rasoat_module name)
  cmake_parse_arguments(ARG "" "" "USES;LIBS;PRIVATE_LIBS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  add_library(rasoat_${name} STATIC ${sources})
  add_library(rasoat::${name} ALIAS rasoat_${name})
  target_include_directories(rasoat_${name} PUBLIC ${PROJECT_SOURCE_DIR}/lib)
  list(TRANSFORM ARG_USES PREPEND rasoat::)
  target_link_libraries(rasoat_${name} PUBLIC ${ARG_USES} ${ARG_LIBS} PRIVATE ${ARG_PRIVATE_LIBS})
endfunction()

# rasoat_test(NAME [USES module...]): every *_test.cc of the current folder makes one test program.
function(rasoat_test name)
  cmake_parse_arguments(ARG "" "" "USES;LIBS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_test.cc)
  add_executable(${name}_test ${sources})
  list(TRANSFORM ARG_USES PREPEND rasoat::)
  target_link_libraries(${name}_test PRIVATE ${ARG_USES} ${ARG_LIBS} rasoat_test_support
                        GTest::gmock_main)
  target_precompile_headers(${name}_test REUSE_FROM rasoat_test_support)
  add_test(NAME ${name} COMMAND ${name}_test)
endfunction()
