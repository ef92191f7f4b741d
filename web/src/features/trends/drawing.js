// What is used of the library that draws. A script of its own, loaded when trends are first shown.
export { scaleLinear, scalePoint } from 'd3-scale';
export { line } from 'd3-shape';
