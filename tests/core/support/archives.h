// archives.h: makes gzips and zips in a test, using zlib to write.
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
  bool says_utf8 = false;  // of its name
  std::string extra = {};  // fields for the directory
};

// Info-ZIP's field for a UTF-8 name beside one in another encoding.
inline std::string unicode_path(std::string_view name, std::string_view in_utf8) {
  const auto little_endian = [](uLong value, size_t size) {
    std::string bytes;
    for (size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
    return bytes;
  };
  const uLong checksum =
      crc32(0, reinterpret_cast<const Bytef*>(name.data()), static_cast<uInt>(name.size()));
  const std::string body = "\x01" + little_endian(checksum, 4) + std::string(in_utf8);
  return "up" + little_endian(static_cast<uLong>(body.size()), 2) + body;
}

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
    constexpr uLong kSaysUtf8 = 1 << 11;
    zipOpenNewFileInZip4_64(zip, entry.name.c_str(), nullptr, nullptr, 0, entry.extra.data(),
                            static_cast<uInt>(entry.extra.size()), nullptr, entry.stored ? 0 : Z_DEFLATED,
                            Z_BEST_COMPRESSION, 0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0,
                            0, entry.says_utf8 ? kSaysUtf8 : 0, 0);
    zipWriteInFileInZip(zip, entry.bytes.data(), static_cast<unsigned>(entry.bytes.size()));
    zipCloseFileInZip(zip);
  }
  zipClose(zip, comment);
  return memory.bytes;
}

// A zip whose directory names one entry `count` times; with `damaged`, its checksum is wrong.
inline std::string with_entries_of_one_stream(const std::string& name, const std::string& bytes,
                                              uint16_t count, bool damaged = false) {
  constexpr size_t kEndBytes = 22;
  // In the file's own header, which begins the zip, and in a directory entry.
  constexpr size_t kChecksumOfFile = 14;
  constexpr size_t kChecksumOfEntry = 16;
  std::string zip = make_zip({{name, bytes}});
  const size_t directory = zip.rfind(std::string_view("PK\x01\x02", 4));
  std::string entry = zip.substr(directory, zip.size() - kEndBytes - directory);
  if (damaged) zip[kChecksumOfFile] = entry[kChecksumOfEntry] = static_cast<char>(~entry[kChecksumOfEntry]);
  std::string result = zip.substr(0, directory);
  for (uint16_t i = 0; i < count; ++i) result += entry;
  std::string end = zip.substr(zip.size() - kEndBytes);
  const auto size = static_cast<uint32_t>(result.size() - directory);
  std::memcpy(end.data() + 8, &count, sizeof count);
  std::memcpy(end.data() + 10, &count, sizeof count);
  std::memcpy(end.data() + 12, &size, sizeof size);
  return result + end;
}

}  // namespace broadsheet::testing
