// Inputs that make naive code quadratic, at one size and at twice that size, through every door. Fails, with
// a message, if the double size takes clearly more than twice the time.
//   broadsheet_pathological [--list] [DOOR…]
#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>

#include "tests/bench/pathological/doors.h"

namespace {

using broadsheet::bench::Case;

// Linear is 2, n log n a little more, quadratic 4: in between there is room for caches and noise.
constexpr double kMostRatio = 3;
// Shorter times measure the clock.
constexpr double kFloorSeconds = 0.05;
// Nothing here takes this long in linear time.
constexpr double kMostSeconds = 20;
constexpr int kRounds = 3;

double seconds_of(const Case& each, size_t size) {
  const std::function<void()> run = each.make(size);
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const std::clock_t begin = std::clock();  // of this process alone, whatever else is running
    run();
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    if (best > 1) break;
  }
  return best;
}

// Whether time is proportional to size.
bool measure(const Case& each) {
  double once = 0;
  double twice = 0;
  bool fair = false;
  // Bad results are measured again: something else may have filled the caches.
  for (int look = 0; look < 2 && !fair; ++look) {
    once = seconds_of(each, each.size);
    twice = once > kMostSeconds ? 1e9 : seconds_of(each, 2 * each.size);
    fair = twice < kFloorSeconds || (twice < 2 * kMostSeconds && twice < kMostRatio * once);
    if (once > kMostSeconds) break;
  }
  std::printf("%-12s %-34s %9zu %9.1f ms %9.1f ms  x%.1f%s\n", each.door.c_str(), each.name.c_str(),
              each.size, once * 1e3, twice < 1e9 ? twice * 1e3 : 0.0, twice < 1e9 ? twice / once : 0.0,
              fair ? "" : "  <-- more than linear");
  std::fflush(stdout);
  return fair;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace broadsheet::bench;
  // From some size on memory is given back and fetched anew for each run, which costs more than what is
  // measured.
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, -1);
  std::vector<Case> cases;
  add_markdown(cases);
  add_json(cases);
  add_markup(cases);
  add_containers(cases);
  add_collections(cases);
  add_libraries(cases);
  add_queries(cases);
  add_snapshots(cases);
  const bool lists = argc > 1 && std::strcmp(argv[1], "--list") == 0;
  const std::vector<std::string> doors(argv + (lists ? 2 : 1), argv + argc);
  size_t unfair = 0;
  for (const Case& each : cases) {
    if (!doors.empty() && std::find(doors.begin(), doors.end(), each.door) == doors.end()) continue;
    if (lists) {
      std::printf("%s: %s\n", each.door.c_str(), each.name.c_str());
    } else {
      unfair += measure(each) ? 0 : 1;
    }
  }
  if (unfair > 0) std::printf("%zu cost more than linear time\n", unfair);
  return unfair == 0 ? 0 : 1;
}
