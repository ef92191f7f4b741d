#include "core/digest/field_names.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/digest/paper_sites.h"
#include "core/digest/text_slices.h"
#include "core/text/ascii.h"

namespace broadsheet {
namespace {

constexpr FieldName kTitle{CaptureKind::kTitleText};
constexpr FieldName kPaper{CaptureKind::kPaper};
constexpr FieldName kAuthors{CaptureKind::kPeople};
constexpr FieldName kLink{CaptureKind::kMarks};
constexpr FieldName kDay{CaptureKind::kDay};
constexpr FieldName kSubjects{CaptureKind::kSubjects};
constexpr FieldName kExtra{CaptureKind::kExtra};

constexpr FieldName text(TextField field, NameStrength strength = NameStrength::kPlain) {
  return {CaptureKind::kText, field, strength};
}
constexpr FieldName kTldr = text(TextField::kTldr);
constexpr FieldName kMotivation = text(TextField::kMotivation);
constexpr FieldName kMethod = text(TextField::kMethod);
constexpr FieldName kResult = text(TextField::kResult);
constexpr FieldName kConclusion = text(TextField::kConclusion);
constexpr FieldName kAbstract = text(TextField::kAbstract);
constexpr FieldName kSummary = text(TextField::kAbstract, NameStrength::kSummary);
constexpr FieldName kTranslated = text(TextField::kAbstract, NameStrength::kTranslated);

struct Names {
  FieldName field;
  std::string_view names;  // as plain_name() makes them, blanks between
};
// Every name once: the first counts.
constexpr std::array kNames = {
    Names{kTitle,
          "title papertitle titel titre 标题 標題 论文标题 論文標題 论文题目 题目 題目 论文名 論文名 "
          "论文名称 タイトル "
          "論文タイトル 제목 논문제목 titleoriginal 原标题 原题 英文标题 英文题目 entitle titleen "
          "英文原标题"},
    Names{kPaper,
          "paper papers papername article publication work 论文 論文 논문 文章 paperandlink papertitlelink"},
    Names{
        kAuthors,
        "author authors authorlist authorsource firstauthor by creator creators auteur auteurs autor autoren "
        "verfasser 作者 作者列表 论文作者 第一作者 著者 著者名 執筆者 저자 저자들 authornames authorsfull"},
    Names{kLink,
          "link links url urls paperlink paperlinks paperurl arxiv arxivlink arxivurl arxivid abs absurl "
          "abslink "
          "abspage pdf pdfs pdflink pdfurl html htmlurl id paperid entryid eprint doi doilink doiurl "
          "arxiv编号 arxiv号 "
          "编号 链接 鏈接 連結 论文链接 论文地址 原文链接 原文 查看原文 地址 下载 pdf链接 arxiv链接 "
          "arxivid号 論文リンク リンク "
          "링크 논문링크 lien liens verweis quelleurl openreview openreviewurl readpaper fulltext read "
          "arxivpaper"},
    Names{kDay,
          "date dates day published publishdate publisheddate publishedon publishedat publishedtime "
          "publication_date "
          "publicationdate updated updatedate updatedat submitted submittedon submissiondate submissiontime "
          "released "
          "releasedate posted postedon dateposted 日期 发布日期 發布日期 发布时间 发表日期 发表时间 提交日期 "
          "提交时间 更新日期 更新时间 时间 時間 "
          "lastupdate lastupdated updatedon lastmodified 投稿日 公開日 発表日 日付 掲載日 날짜 발행일 게시일 "
          "datum veröffentlicht erschienen "
          "datedepublication "
          "publiéle arxivdate"},
    Names{kSubjects,
          "category categories maincategory primarycategory subject subjects primarysubject arxivcategory "
          "arxivcategories topic topics area areas field fields cate 分类 分類 类别 類別 主类别 主分类 领域 "
          "領域 研究领域 学科 "
          "主题 カテゴリ カテゴリー 分野 카테고리 분야 분류 kategorie kategorien catégorie catégories thema "
          "domaine"},
    Names{kTldr,
          "tldr tldrzh tldren aitldr task oneline oneliner onesentence onesentencesummary onelinesummary "
          "shortsummary briefsummary brief briefintroduction quicksummary aisummary summaryai llmsummary "
          "keyidea "
          "coreidea mainidea takeaway keytakeaway inshort inbrief intro 一句话总结 一句话要点 一句话概括 "
          "一句话介绍 一句话摘要 一句话结论 一句话简介 "
          "一句话 一句話總結 一句话亮点 核心价值 核心要点 要点 要點 简介 簡介 简要介绍 简述 速览 太长不看 "
          "ai总结 ai摘要 智能摘要 论文简介 中文速览 "
          "一言でいうと 一言要約 一言まとめ ひとこと まとめ 要点まとめ 한줄요약 한줄정리 한문장요약 세줄요약 "
          "kurz kurzfassung kurzgesagt "
          "enbref enuneparase description desc"},
    Names{kMotivation,
          "motivation motivations 动机 動機 研究动机 研究動機 动机与背景 問題意識 동기 연구동기 problem "
          "problemstatement"},
    Names{kMethod,
          "method methods methodology approach proposedmethod 方法 手法 提案手法 研究方法 技术方法 方法论 "
          "방법 방법론 methode "
          "methoden méthode méthodes ansatz"},
    Names{kResult,
          "result results experimentalresults mainresults 结果 結果 实验结果 實驗結果 主要结果 실험결과 결과 "
          "ergebnis ergebnisse "
          "résultat résultats"},
    Names{kConclusion, "conclusion conclusions 结论 結論 総括 결론 fazit schlussfolgerung"},
    Names{kAbstract,
          "abstract abstracttext abstracten englishabstract originalabstract abstractoriginal paperabstract "
          "原文摘要 "
          "英文摘要 摘要原文 摘要英文 原始摘要 摘要abstract abstract摘要 아브스트랙트 초록 원문초록 "
          "アブストラクト 抄録 原文要旨 abstrakt"},
    Names{kSummary,
          "summary papersummary summaries overview 总结 總結 论文总结 概要 概述 内容概要 内容总结 要約 要旨 "
          "論文要約 요약 논문요약 "
          "zusammenfassung résumé resümee"},
    Names{kTranslated,
          "摘要 中文摘要 摘要中文 摘要翻译 摘要中文翻译 论文摘要 论文摘要中文 内容摘要 摘要译文 abstractzh "
          "abstractcn chineseabstract "
          "abstractchinese translatedabstract 日本語要約 日本語訳 한국어초록 한국어요약"},
    Names{kExtra,
          "keyword keywords tag tags label labels 关键词 關鍵詞 关键字 标签 標籤 キーワード タグ 키워드 태그 "
          "schlagwort schlagwörter stichworte motsclés comment comments note notes remark remarks 备注 備註 "
          "评论 点评 笔记 "
          "コメント メモ 메모 비고 kommentar anmerkung remarque journal journalref journalreference venue "
          "venues "
          "conference publisher publishedin booktitle 会议 會議 期刊 发表 收录 来源 期刊会议 会議 学会 학회 "
          "저널 code codes github "
          "repo repository codeurl codelink sourcecode 代码 程式碼 源码 代码链接 开源代码 コード 코드 "
          "quellcode project projectpage "
          "projecturl homepage website page 项目 项目主页 主页 プロジェクト 프로젝트 demo video slides "
          "poster blog model models "
          "dataset datasets data 数据集 データセット 데이터셋 affiliation affiliations institution "
          "institutions institute "
          "organization organizations org orgs 机构 單位 单位 作者单位 所属 機関 소속 기관 relevance "
          "relevancescore "
          "novelty score scores rating stars upvotes votes citations citationcount 评分 分数 相关度 相关性 "
          "相关度评分 推荐度 引用 评价 スコア "
          "점수 reason reasons why whyitmatters 推荐理由 理由 入选理由 为什么重要 contribution contributions "
          "keycontributions "
          "keycontribution keypoints keyfindings findings highlights innovation innovations insight insights "
          "keyinsight 贡献 主要贡献 创新点 亮点 核心贡献 关键发现 主要发现 贡献点 新規性 貢献 기여 핵심기여 "
          "limitation limitations "
          "futurework 局限 局限性 不足 未来工作 背景 研究背景 background introduction experiment experiments "
          "实验 実験 실험 "
          "impact application applications 应用 应用场景 応用 year jahr année 年份 年 연도 license status "
          "version 状态 状態 "
          "type tasks platform titlezh titlecn chinesetitle 中文标题 标题中文 中文题目 标题翻译 译名 邦題 "
          "日本語タイトル 한국어제목 "
          "translatedtitle titletranslation env key publication_venue msc acm reportno bibtex cite source "
          "index no number rank 序号 번호 番号 nr difficulty 难度 readingtime question answer discussion"},
};

bool is_picture(uint32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2190 && c <= 0x2BFF) || c == 0xFE0F || c == 0xFE0E ||
         c == 0x200D || c == 0x200B || c == 0x20E3 || (c >= 0x1F1E6 && c <= 0x1F1FF) || c == 0x3030 ||
         (c >= 0xE0020 && c <= 0xE007F) || c == 0x2022 || c == 0x00A0 || c == 0x3000;
}

struct CodePoint {
  uint32_t value;
  size_t length;
};
// Of valid UTF-8, which the reader's text is.
CodePoint code_point_at(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const uint32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  const auto tail = [&](size_t i) { return byte(i) & 0x3Fu; };
  if (first < 0xE0) return {(first & 0x1Fu) << 6 | tail(1), 2};
  if (first < 0xF0) return {(first & 0x0Fu) << 12 | tail(1) << 6 | tail(2), 3};
  return {(first & 0x07u) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
}

constexpr size_t kLongestName = 60;

// The name with nothing but its letters and digits, in lower case: `📝 Abs-tract (EN):` → `abstracten`.
std::string plain_name(std::string_view name) {
  std::string plain;
  if (name.size() > kLongestName) return plain;
  for (size_t i = 0; i < name.size();) {
    const auto [c, length] = code_point_at(name, i);
    const bool is_sign = c < 0x80
                             ? !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
                             : is_picture(c) || c == 0xFF1A || c == 0xFF08 || c == 0xFF09 || c == 0x3010 ||
                                   c == 0x3011 || c == 0x00B7 || c == 0x2019 || c == 0x300C || c == 0x300D;
    if (!is_sign && c < 0x80) {
      plain.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c));
    } else if (!is_sign && c == 0xC9) {
      plain += "é";
    } else if (!is_sign) {
      plain += name.substr(i, length);
    }
    i += length;
  }
  return plain;
}

using NameTable = std::unordered_map<std::string_view, const FieldName*>;

const NameTable& name_table() {
  static const NameTable table = [] {
    NameTable made;
    for (const Names& entry : kNames) {
      std::string_view names = entry.names;
      while (!names.empty()) {
        const size_t end = std::min(names.find(' '), names.size());
        if (end > 0) made.emplace(names.substr(0, end), &entry.field);
        names.remove_prefix(std::min(end + 1, names.size()));
      }
    }
    return made;
  }();
  return table;
}

constexpr std::string_view kWordsForLinks =
    " pdf paper papers link links arxiv html htm abs abstract doi url here code github gitlab project "
    "projectpage "
    "page website site homepage blog blogpost tweet twitter video videos youtube demo slides poster dataset "
    "datasets "
    "data model models weights checkpoint checkpoints huggingface hf hfpaper openreview acl pmlr ieee acm "
    "springer "
    "nature neurips icml iclr cvpr paperlink arxivlink pdflink read readmore readpaper more view source full "
    "fulltext "
    "preprint alphaxiv paperscool cool kimi semanticscholar s2 ss scholar bib bibtex cite supp supplementary "
    "supplement "
    "appendix download arxivpaper officialcode pytorch tensorflow jax colab notebook review reviews note "
    "notes post "
    "article thread discussion media talk ppt repo repository publication proceedings openaccess journal "
    "version "
    "paperpdf pdfpaper arxivpdf pdfarxiv arxivabs dblp webpage web abspage original news project_page "
    "fullpaper "
    "论文 链接 代码 原文 下载 项目 主页 项目主页 论文链接 论文地址 源码 全文 查看 查看论文 查看原文 阅读 "
    "阅读原文 详情 笔记 解读 视频 数据集 "
    "论文原文 连结 連結 論文 리뷰 논문 링크 코드 원문 프로젝트 リンク コード 原論文 解説 論文リンク 詳細 "
    "本文 スライド "
    "volltext quelle artikel lien papier null none na ";

bool is_listed(std::string_view words, std::string_view word) {
  for (size_t at = 0; (at = words.find(word, at)) != std::string_view::npos; ++at) {
    const bool begins = at == 0 || words[at - 1] == ' ';
    const size_t end = at + word.size();
    if (begins && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

const FieldName* field_named(std::string_view name) {
  const std::string plain = plain_name(trim(name));
  if (plain.empty()) return nullptr;
  const auto found = name_table().find(plain);
  return found == name_table().end() ? nullptr : found->second;
}

bool is_word_for_link(std::string_view text) {
  text = trim(text);
  if (text.starts_with("![")) return true;  // a badge
  if (is_web_url(text) || paper_of_name(text) || paper_of_url(text)) return true;
  if (text.size() > kLongestName) return false;
  const std::string plain = plain_name(text);
  if (plain.empty() || is_listed(kWordsForLinks, plain)) return true;
  // `arXiv 2601.00001v2`, `arXiv'24`, `PDF 1`, `[12]`
  const size_t letters =
      static_cast<size_t>(std::find_if(plain.begin(), plain.end(), is_ascii_digit) - plain.begin());
  const bool ends_in_digits = std::all_of(plain.begin() + static_cast<std::ptrdiff_t>(letters), plain.end(),
                                          [](char c) { return is_ascii_digit(c) || c == 'v'; });
  return ends_in_digits && letters < plain.size() &&
         (letters == 0 || is_listed(kWordsForLinks, std::string_view(plain).substr(0, letters)));
}

std::string_view without_pictures(std::string_view text) {
  while (!text.empty()) {
    const auto [c, length] = code_point_at(text, 0);
    if (c != ' ' && c != '\t' && (c < 0x80 || !is_picture(c))) break;
    text.remove_prefix(std::min(length, text.size()));
  }
  return text;
}

std::string_view without_markers(std::string_view text) {
  text = trim(text);
  const auto is_digit = [&](size_t i) { return i < text.size() && is_ascii_digit(text[i]); };
  for (bool changed = true; changed && !text.empty();) {
    changed = false;
    const std::string_view before = text;
    const auto [c, length] = code_point_at(text, 0);
    if (c >= 0x80 && is_picture(c)) {
      text = trim(text.substr(length));
    } else if (text.starts_with("[ ]") || text.starts_with("[x]") || text.starts_with("[X]")) {
      text = trim(text.substr(3));
    } else if (c == '[' || c == '(' || c == '#' || is_digit(0)) {
      size_t end = c == '[' || c == '(' || c == '#' ? 1 : 0;
      const size_t first = end;
      while (end - first < 5 && is_digit(end)) ++end;
      if (end > first && !is_digit(end)) {
        const std::string_view rest = text.substr(end);
        // A number before a word is the title's: `3D vision`, `2-bit`, `101 ways`.
        if (c == '[' && rest.starts_with(']') && !rest.starts_with("](")) text = trim(rest.substr(1));
        if (c == '(' && rest.starts_with(')')) text = trim(rest.substr(1));
        if (c == '#') text = trim(rest);
        if (is_digit(0) && end == before.size() - rest.size() && text.data() == before.data()) {
          for (const std::string_view sign : {". ", ") ", ": ", "、", "．", "）", "：", ".["}) {
            if (!rest.starts_with(sign)) continue;
            text = trim(rest.substr(sign == ".[" ? 1 : sign.size()));
            break;
          }
          // Nothing but a number stays: it may be all there is.
          if (text.data() == before.data() && rest.starts_with(".") && rest.size() > 1 &&
              static_cast<unsigned char>(rest[1]) >= 0x80)
            text = trim(rest.substr(1));
        }
      }
    } else if (text.size() > 7 && (text.starts_with("Paper ") || text.starts_with("paper ")) && is_digit(6)) {
      size_t end = 6;
      while (is_digit(end)) ++end;
      if (text.substr(end).starts_with(":")) text = trim(text.substr(end + 1));
      if (text.substr(end).starts_with(". ")) text = trim(text.substr(end + 1));
    } else if (text.starts_with("论文") || text.starts_with("論文")) {
      constexpr size_t kWord = std::string_view("论文").size();
      size_t end = kWord;
      while (end < text.size() && text[end] == ' ') ++end;
      const size_t first = end;
      while (is_digit(end)) ++end;
      if (end > first && text.substr(end).starts_with("："))
        text = trim(text.substr(end + 3));
      else if (end > first && text.substr(end).starts_with(":"))
        text = trim(text.substr(end + 1));
    } else if (text.starts_with("- ") || text.starts_with("— ") || text.starts_with("– ")) {
      text = trim(text.substr(text.find(' ')));
    }
    changed = text.data() != before.data();
  }
  return text;
}

}  // namespace broadsheet
