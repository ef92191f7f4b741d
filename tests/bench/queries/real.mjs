// What people ask a library of papers about machine learning, and how common each word is: the share of
// the archive's papers that hold it (all its pairs of characters, if it is Chinese).

/** @type {[text: string, shares: number[]][]} */
export const realQueries = [
  ['large language model', [0.45, 0.47, 0.51]],
  ['graph neural network', [0.046, 0.033, 0.013]],
  ['diffusion model image generation', [0.093, 0.51, 0.18, 0.23]],
  ['reinforcement learning', [0.076, 0.27]],
  ['transformer', [0.065]],
  ['yang liu', [0.11, 0.15]],
  ['retrieval augmented generation', [0.084, 0.062, 0.23]],
  ['kv cache compression', [0.0077, 0.011, 0.03]],
  ['medical image segmentation', [0.05, 0.18, 0.063]],
  ['3d gaussian splatting', [0.09, 0.037, 0.018]],
  ['federated learning privacy', [0.0039, 0.27, 0.02]],
  ['speech recognition low resource', [0.023, 0.041, 0.12, 0.059]],
  ['benchmark', [0.18]],
  ['hallucination', [0.023]],
  ['autonomous driving', [0.041, 0.031]],
  ['code generation agents', [0.17, 0.23, 0.068]],
  ['大模型', [0.019]],
  ['强化学习', [0.075]],
  ['注意力 机制', [0.079, 0.21]],
  ['多模态 大语言模型', [0.12, 0.14]],
  ['图像生成 扩散模型', [0.024, 0.052]],
  ['医学图像分割', [0.015]],
  ['知识图谱', [0.015]],
  ['推理 加速 llm', [0.31, 0.043, 0.24]],
  ['低秩', [0.0087]],
];
