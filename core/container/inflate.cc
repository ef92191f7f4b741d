#include "core/container/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "core/container/container_kind.h"

namespace broadsheet {
namespace {

constexpr int kGzipOnly = 16;  // zlib adds it to the window's bits
constexpr size_t kChunkBytes = size_t{64} << 10;

// zlib takes at most 4 GB at once and wants a pointer that is not const.
class Inflater {
 public:
  explicit Inflater(std::string_view bytes) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    ready_ = inflateInit2(&stream_, MAX_WBITS + kGzipOnly) == Z_OK;
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  bool ready() const { return ready_; }

  // Appends some bytes to `out`; gives what inflate() says.
  int step(std::string& out) {
    stream_.next_out = chunk_.data();
    stream_.avail_out = static_cast<uInt>(chunk_.size());
    const int status = inflate(&stream_, Z_NO_FLUSH);
    out.append(reinterpret_cast<const char*>(chunk_.data()), chunk_.size() - stream_.avail_out);
    return status;
  }

  // Behind a member's end: whether another one begins here.
  bool begin_next_member() {
    const std::string_view rest(reinterpret_cast<const char*>(stream_.next_in), stream_.avail_in);
    return container_kind_of(rest) == ContainerKind::kGzip && inflateReset(&stream_) == Z_OK;
  }

 private:
  z_stream stream_{};
  bool ready_ = false;
  std::array<Bytef, kChunkBytes> chunk_;
};

}  // namespace

Result<std::string> unpack_gzip(std::string_view bytes, size_t max_bytes) {
  Inflater inflater(bytes);
  if (!inflater.ready()) return Error{"broken_archive", "no memory to unpack the file"};
  std::string result;
  for (;;) {
    const int status = inflater.step(result);
    if (result.size() > max_bytes) {
      return Error{"too_large", "unpacked, the file has more than the " + std::to_string(max_bytes >> 20) +
                                    " MB that are read"};
    }
    if (status == Z_STREAM_END && inflater.begin_next_member()) continue;
    if (status == Z_STREAM_END) return result;
    if (status != Z_OK) {
      return Error{"broken_archive", status == Z_BUF_ERROR ? "the gzip is cut"
                                                           : "the gzip is damaged: what it unpacks to is not "
                                                             "what was packed"};
    }
  }
}

}  // namespace broadsheet
