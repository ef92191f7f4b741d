// archives.h: gzips and zips made in a test, by zlib's writing half.
#pragma once

#include <zip.h>
#include <zlib.h>

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::testing {

inline std::string make_gzip(std::string_view text) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
  std::string result(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return result;
}

struct ZipEntry {
  std::string name;
  std::string bytes;
  bool stored = false;
};

inline std::string make_zip(const std::vector<ZipEntry>& entries, const char* comment = nullptr) {
  struct Memory {
    std::string bytes;
    size_t position = 0;
  } memory;
  zlib_filefunc64_def functions{};
  functions.opaque = &memory;
  functions.zopen64_file = [](voidpf stream, const void*, int) { return stream; };
  functions.zread_file = [](voidpf, voidpf, void*, uLong) { return uLong{0}; };
  functions.zwrite_file = [](voidpf, voidpf stream, const void* data, uLong size) {
    auto* m = static_cast<Memory*>(stream);
    if (m->bytes.size() < m->position + size) m->bytes.resize(m->position + size);
    std::memcpy(m->bytes.data() + m->position, data, size);
    m->position += size;
    return size;
  };
  functions.ztell64_file = [](voidpf, voidpf stream) {
    return ZPOS64_T{static_cast<Memory*>(stream)->position};
  };
  functions.zseek64_file = [](voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    auto* m = static_cast<Memory*>(stream);
    m->position = static_cast<size_t>(offset) + (origin == ZLIB_FILEFUNC_SEEK_CUR   ? m->position
                                                 : origin == ZLIB_FILEFUNC_SEEK_END ? m->bytes.size()
                                                                                    : 0);
    return 0L;
  };
  functions.zclose_file = [](voidpf, voidpf) { return 0; };
  functions.zerror_file = [](voidpf, voidpf) { return 0; };
  zipFile zip = zipOpen2_64(&memory, APPEND_STATUS_CREATE, nullptr, &functions);
  for (const ZipEntry& entry : entries) {
    zipOpenNewFileInZip64(zip, entry.name.c_str(), nullptr, nullptr, 0, nullptr, 0, nullptr,
                          entry.stored ? 0 : Z_DEFLATED, Z_BEST_COMPRESSION, 0);
    zipWriteInFileInZip(zip, entry.bytes.data(), static_cast<unsigned>(entry.bytes.size()));
    zipCloseFileInZip(zip);
  }
  zipClose(zip, comment);
  return memory.bytes;
}

}  // namespace broadsheet::testing
