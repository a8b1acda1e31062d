#include "index/columns.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <limits>

namespace rasoat::index_internal {
namespace {

namespace fs = std::filesystem;

constexpr uint32_t kMark = 0x72730001;

struct Header {
  uint32_t mark = 0;
  uint32_t rows = 0;
  uint32_t documents = 0;
  uint32_t facets = 0;
  uint32_t agencies = 0;
};

static_assert(sizeof(Header) == 20 && sizeof(ColumnRow) == 12 && sizeof(ColumnDocument) == 20 &&
              sizeof(ColumnFacets) == 12);

uint64_t bytes_of(const Header& header) {
  return sizeof(Header) + sizeof(ColumnRow) * uint64_t{header.rows} +
         sizeof(ColumnDocument) * uint64_t{header.documents} +
         sizeof(ColumnFacets) * uint64_t{header.facets} +
         sizeof(uint32_t) * uint64_t{header.agencies};
}

template <typename Element>
void write_array(std::ofstream& out, const std::vector<Element>& array) {
  out.write(reinterpret_cast<const char*>(array.data()),
            static_cast<std::streamsize>(array.size() * sizeof(Element)));
}

Error damaged(const fs::path& file) {
  return {ErrorCode::kIndex, "chỉ mục tìm kiếm bị hỏng", file.string(),
          "Hãy lập lại bằng lệnh rasoat index --rebuild."};
}

}  // namespace

void ColumnWriter::add(const RecordPlace& place, const RecordFacets& facets) {
  if (documents_.empty() || documents_.back().number != place.document) {
    documents_.push_back({place.document, packed_date(place.date),
                          uint32_t{place.rank} << 16 | facets.year, facets.type, facets.issuer});
  }
  rows_.push_back(
      {static_cast<uint32_t>(documents_.size() - 1), place.position, facets_of(facets)});
}

uint32_t ColumnWriter::facets_of(const RecordFacets& facets) {
  const auto [entry, is_new] = known_.try_emplace({facets.roles, facets.levels, facets.agencies},
                                                  static_cast<uint32_t>(facets_.size()));
  if (is_new) facets_.push_back(entry->first);
  return entry->second;
}

void ColumnWriter::append(const ColumnWriter& other) {
  const auto first_document = static_cast<uint32_t>(documents_.size());
  std::vector<uint32_t> renamed;
  for (const auto& [roles, levels, agencies] : other.facets_) {
    RecordFacets facets;
    facets.roles = roles;
    facets.levels = levels;
    facets.agencies = agencies;
    renamed.push_back(facets_of(facets));
  }
  documents_.insert(documents_.end(), other.documents_.begin(), other.documents_.end());
  for (const ColumnRow& row : other.rows_) {
    rows_.push_back({first_document + row.document, row.position, renamed[row.facets]});
  }
}

Result<void> ColumnWriter::write(const fs::path& file) const {
  std::vector<ColumnFacets> facets;
  std::vector<uint32_t> agencies;
  for (const auto& [roles, levels, names] : facets_) {
    facets.push_back({uint32_t{roles} << 8 | levels, static_cast<uint32_t>(agencies.size()),
                      static_cast<uint32_t>(names.size())});
    agencies.insert(agencies.end(), names.begin(), names.end());
  }
  const Header header{kMark, static_cast<uint32_t>(rows_.size()),
                      static_cast<uint32_t>(documents_.size()),
                      static_cast<uint32_t>(facets.size()), static_cast<uint32_t>(agencies.size())};
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(&header), sizeof(header));
  write_array(out, rows_);
  write_array(out, documents_);
  write_array(out, facets);
  write_array(out, agencies);
  if (!out.flush()) {
    return Error{ErrorCode::kIndex, "không ghi được chỉ mục tìm kiếm", file.string(),
                 "Hãy kiểm tra quyền ghi và dung lượng trống của ổ đĩa."};
  }
  return {};
}

Result<std::unique_ptr<Columns>> Columns::open(const fs::path& file, uint32_t records) {
  std::unique_ptr<Columns> out(new Columns);
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return damaged(file);
  struct stat status = {};
  if (::fstat(descriptor, &status) == 0 && status.st_size >= off_t{sizeof(Header)}) {
    out->bytes_ = static_cast<size_t>(status.st_size);
    void* const mapped = ::mmap(nullptr, out->bytes_, PROT_READ, MAP_SHARED, descriptor, 0);
    if (mapped != MAP_FAILED) out->mapped_ = mapped;
  }
  ::close(descriptor);
  if (out->mapped_ == nullptr) return damaged(file);
  const auto* const header = static_cast<const Header*>(out->mapped_);
  if (header->mark != kMark || header->rows != records || bytes_of(*header) != out->bytes_) {
    return damaged(file);
  }
  out->records_ = header->rows;
  out->documents_ = header->documents;
  out->facets_ = header->facets;
  out->agencies_ = header->agencies;
  out->row_data_ = reinterpret_cast<const ColumnRow*>(header + 1);
  out->document_data_ = reinterpret_cast<const ColumnDocument*>(out->row_data_ + out->records_);
  out->facet_data_ = reinterpret_cast<const ColumnFacets*>(out->document_data_ + out->documents_);
  out->agency_data_ = reinterpret_cast<const uint32_t*>(out->facet_data_ + out->facets_);
  return out;
}

Columns::~Columns() {
  if (mapped_ != nullptr) ::munmap(mapped_, bytes_);
}

RecordPlace Columns::place(uint32_t record) const {
  const ColumnRow& here = row(record);
  RecordPlace out;
  if (here.document >= documents_) return out;
  const ColumnDocument& document = document_data_[here.document];
  out.rank = document.rank();
  out.date = unpack_date(document.date);
  out.document = document.number;
  out.position = here.position;
  return out;
}

RecordFacets Columns::duties(uint32_t facets) const {
  const ColumnFacets& here = facet_data_[facets];
  RecordFacets out;
  out.roles = static_cast<uint8_t>(here.roles_and_levels >> 8);
  out.levels = static_cast<uint8_t>(here.roles_and_levels & 0xFF);
  if (here.first_agency > agencies_ || here.agencies > agencies_ - here.first_agency) return out;
  const uint32_t* const first = agency_data_ + here.first_agency;
  out.agencies.assign(first, first + here.agencies);
  return out;
}

}  // namespace rasoat::index_internal
