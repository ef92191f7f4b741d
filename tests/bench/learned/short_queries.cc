#include "tests/bench/learned/short_queries.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/match/proximity.h"
#include "core/search/searcher.h"
#include "core/text/fold.h"

namespace broadsheet::learned {
namespace {

constexpr size_t kShown = 10;

struct ShortQuery {
  const char* chinese;
  std::vector<const char*> english;  // any of them, folded, in the title
};

const std::array<ShortQuery, 44> kQueries = {{
    {"扩散模型", {"diffusion"}},
    {"图神经网络", {"graph neural", "gnn"}},
    {"联邦学习", {"federated"}},
    {"强化学习", {"reinforcement learning"}},
    {"知识蒸馏", {"distill"}},
    {"量化", {"quantiz"}},
    {"剪枝", {"prun"}},
    {"推测解码", {"speculative"}},
    {"多模态", {"multimodal", "multi-modal"}},
    {"视觉语言模型", {"vision-language", "vision language", "vlm"}},
    {"时间序列", {"time series", "time-series"}},
    {"因果推断", {"causal"}},
    {"异常检测", {"anomaly"}},
    {"目标检测", {"object detection"}},
    {"语义分割", {"segmentation"}},
    {"三维重建", {"3d reconstruction", "splatting"}},
    {"机器翻译", {"translation"}},
    {"语音识别", {"speech recognition", "asr"}},
    {"推荐系统", {"recommend"}},
    {"检索增强生成", {"retrieval-augmented", "retrieval augmented", "rag"}},
    {"思维链", {"chain-of-thought", "chain of thought"}},
    {"代码生成", {"code generation", "program synthesis"}},
    {"对抗攻击", {"adversarial attack", "adversarial example", "adversarial robust"}},
    {"隐私保护", {"privacy", "private"}},
    {"公平性", {"fair"}},
    {"可解释性", {"interpretab", "explainab"}},
    {"不确定性量化", {"uncertainty"}},
    {"持续学习", {"continual"}},
    {"元学习", {"meta-learning", "meta learning"}},
    {"自监督学习", {"self-supervised"}},
    {"对比学习", {"contrastive"}},
    {"迁移学习", {"transfer learning", "domain adaptation"}},
    {"药物发现", {"drug"}},
    {"医学影像", {"medical imag", "mri", "radiolog"}},
    {"自动驾驶", {"autonomous driving", "self-driving"}},
    {"机器人操作", {"manipulation"}},
    {"视频生成", {"video generation", "video diffusion"}},
    {"超分辨率", {"super-resolution"}},
    {"键值缓存", {"kv cache", "key-value cache", "kv-cache"}},
    {"混合专家", {"mixture-of-experts", "mixture of experts", "moe"}},
    {"状态空间模型", {"state space", "state-space", "mamba"}},
    {"纳什均衡", {"nash", "equilibri"}},
    {"机制设计", {"mechanism design", "auction"}},
    {"提示注入", {"prompt injection", "jailbreak"}},
}};

bool is_wanted(std::string_view title, const ShortQuery& query) {
  const std::string folded = fold(title);
  return std::any_of(query.english.begin(), query.english.end(),
                     [&](const char* words) { return folded.find(words) != std::string::npos; });
}

}  // namespace

Figures measure_short_queries(const std::vector<ArchivePaper>& papers) {
  Library library;
  make_library(
      papers, [](size_t) { return Kept::kWithoutTitle; }, library);
  Searcher searcher(library);
  double literal = 0;
  double own_words = 0;
  double with_others = 0;
  size_t better = 0;
  size_t worse = 0;
  double least_gain = 0;
  size_t few = 0;
  for (const ShortQuery& query : kQueries) {
    std::set<WorkId> wanted;
    for (const ArchivePaper& paper : papers) {
      if (is_wanted(paper.title, query)) wanted.insert(*library.works().find(paper.id));
    }
    ResultSet found = searcher.search({.text = query.chinese, .feedback = true, .also = true});
    const auto precision = [&](std::span<const Hit> hits) {
      const auto good = std::count_if(hits.begin(), hits.end(), [&](const Hit& hit) {
        return wanted.contains(library.works().work_of(hit.paper));
      });
      return static_cast<double>(good) / kShown;
    };
    std::vector<Hit> hits;
    for (uint32_t rank = 0; rank < std::min(found.total(), kReorderedHits); ++rank)
      hits.push_back(found.hit(rank));
    const size_t own = std::min(hits.size(), kShown);
    const double shown = precision(std::span(hits).first(own));
    const double others =
        precision(std::span(found.also()).first(std::min(found.also().size(), kShown - own)));
    for (Hit& hit : hits) hit.score -= found.feedback().of(hit.paper);
    std::sort(hits.begin(), hits.end(), ranks_before);
    const double before = precision(std::span(hits).first(own));
    const double gain = shown + others - before;
    literal += before;
    own_words += shown;
    with_others += shown + others;
    better += gain > 0 ? 1 : 0;
    worse += gain < 0 ? 1 : 0;
    least_gain = std::min(least_gain, gain);
    few += own < kShown ? 1 : 0;
  }
  constexpr auto n = static_cast<double>(kQueries.size());
  return {{"short queries", n},
          {"short queries: with fewer than ten of their own", static_cast<double>(few)},
          {"short queries: precision at ten, literal", literal / n},
          {"short queries: precision at ten, with feedback", own_words / n},
          {"short queries: precision at ten, others after them", with_others / n},
          {"short queries: better than literal", static_cast<double>(better)},
          {"short queries: worse", static_cast<double>(worse)},
          {"short queries: least gain of any", least_gain}};
}

}  // namespace broadsheet::learned
