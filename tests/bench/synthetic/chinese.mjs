// Chinese words by frequency. The pairs of neighbours inside words give the common terms of an index, those
// across words its long tail.
import { Random, tabulated, zipf } from './random.mjs';

const commonWords =
  `的 在 和 了 通过 提出 方法 模型 性 能 解决 显著 框架 有效 任务 实验 数据 问题 为 提升 现有 生成 结果
  学习 研究 表明 实现 优于 多 基于 性能 推理 用于 语言 对 图像 高 视觉 可 不 中 与 训练 评估 并 分析 信息
  优化 需要 不同 之间 系统 理解 准确 能力 能够 引入 结合 采用 利用 特征 复杂 场景 质量 效率 大 挑战 应用
  设计 策略 更 缺乏 关键 机制 以及 动态 空间 基准 检测 网络 注意力 强化学习 扩散 大语言模型 多模态 鲁棒性`.split(
    /\s+/,
  );

/** The 3,755 characters of GB 2312's first level, which is every common one. */
function commonIdeographs() {
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  return [...new TextDecoder('gbk').decode(new Uint8Array(bytes))];
}

function makeLexicon() {
  const random = new Random(2024);
  const ideographs = commonIdeographs();
  for (let i = ideographs.length - 1; i > 0; i--) {
    const other = random.below(i + 1);
    [ideographs[i], ideographs[other]] = [ideographs[other], ideographs[i]];
  }
  const drawIdeograph = zipf(2600, 2.5, 170);
  const words = [...commonWords];
  while (words.length < 30_000) {
    const dice = random.next();
    const length = dice < 0.03 ? 1 : dice < 0.85 ? 2 : dice < 0.92 ? 3 : 4;
    let word = '';
    for (let i = 0; i < length; i++) word += ideographs[drawIdeograph(random)];
    words.push(word);
  }
  return words;
}

/** Chinese words, commonest first. */
export const lexicon = makeLexicon();
export const drawChineseRank = tabulated(zipf(lexicon.length, 1.2, 16));
