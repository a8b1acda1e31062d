# rasoat_allocator: links the allocator of the programs that users run, and of those that measure.
# Analysis and the making of the index ask for millions of small pieces of memory, which mimalloc
# hands out in about a third less time than the C library. Sanitizers bring their own.
add_library(rasoat_allocator INTERFACE)
if(NOT RASOAT_SANITIZE)
  find_package(mimalloc REQUIRED)
  # No symbol of it is named in the code: it stands in for malloc and new where it is loaded.
  target_link_options(rasoat_allocator INTERFACE LINKER:--push-state,--no-as-needed
                      $<TARGET_FILE:mimalloc> LINKER:--pop-state)
endif()
