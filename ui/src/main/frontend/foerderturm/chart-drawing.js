import { init, use } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const COLOURS = ['--ft-primary', '--ft-attention', '--ft-good', '--ft-line-strong', '--ft-bad', '--ft-ink'];
// the same order as the colours: solid, then patterns that differ without colour
const PATTERNS = [
  null,
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  { symbol: 'circle', dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0], symbolSize: 0.7 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: 0 },
  { symbol: 'triangle', dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [7, 2], symbolSize: 0.75 }
];
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'];

/** The value of a token in the scheme of this moment. */
function colour(host, token) {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  host.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

function numbers(unit, short) {
  const language = document.documentElement.lang || 'de';
  const options = unit === 'euro' ? { style: 'currency', currency: 'EUR' }
    : unit === 'percent' ? { style: 'percent', maximumFractionDigits: 1 } : { maximumFractionDigits: 1 };
  if (short && unit === 'euro') Object.assign(options, { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 });
  // what is shown never says more than is true: 41.29 M are not 41.3 M
  const format = new Intl.NumberFormat(language, { ...options, roundingMode: 'trunc' });
  return value => value == null ? '–' : format.format(value);
}

/**
 * @param host the element; `host.figures` is data alone:
 *   { kind: 'bar' | 'line', across: boolean, unit: 'euro' | 'count' | 'percent', label,
 *     categories: [text], series: [{ name, stack, values: [number or null] }] }
 */
export function show(host, former) {
  const { kind, across, unit, label, categories, series } = host.figures;
  const rows = across ? categories.length * (series.some(s => s.stack) ? 1 : series.length) : 0;
  // on a narrow screen a long name takes three lines
  const least = host.clientWidth < 520 ? 3.2 : 2.2;
  host.style.height = across ? `${Math.max(12, 5 + Math.max(rows * 1.4 + categories.length * 0.8, categories.length * least))}rem` : '';
  const chart = former ?? init(host.place, null, { renderer: 'svg' });
  if (!former) chart.on('click', at => host.dispatchEvent(
    new CustomEvent('chart-chosen', { detail: { series: at.seriesIndex, category: at.dataIndex } })));
  const ink = colour(host, '--ft-ink'), quiet = colour(host, '--ft-quiet');
  const sheet = colour(host, '--ft-sheet'), line = colour(host, '--ft-line');
  const font = getComputedStyle(host).fontFamily;
  const narrow = host.clientWidth < 520;
  // how many lines the legend takes, so that it never lies over the bars
  const room = Math.max(host.clientWidth - 16, 120);
  let lines = 1;
  series.reduce((used, { name }) => {
    const wide = name.length * 7 + 44;
    if (used > 0 && used + wide > room) { lines++; return wide; }
    return used + wide;
  }, 0);
  const values = {
    type: 'value',
    minInterval: unit === 'count' ? 1 : undefined,
    max: unit === 'percent' ? 1 : undefined,
    splitNumber: narrow ? 3 : 5,
    axisLabel: { color: quiet, formatter: numbers(unit, true), hideOverlap: true },
    splitLine: { lineStyle: { color: line } }
  };
  const names = {
    type: 'category',
    data: categories,
    inverse: Boolean(across),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour(host, '--ft-line-strong') } },
    axisLabel: {
      color: ink, interval: across ? 0 : 'auto', hideOverlap: !across, lineHeight: 15,
      width: across ? (narrow ? 96 : 168) : undefined, overflow: across ? 'break' : undefined
    }
  };
  chart.setOption({
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 180,
    animationDurationUpdate: 180,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: font, color: ink },
    aria: { enabled: true, label: { description: label } },
    tooltip: {
      trigger: 'axis', axisPointer: { type: kind === 'line' ? 'line' : 'shadow' }, confine: true,
      backgroundColor: sheet, borderColor: line, textStyle: { color: ink, fontFamily: font },
      valueFormatter: numbers(unit, false)
    },
    legend: {
      show: series.length > 1, left: 0, top: 0, type: 'plain',
      textStyle: { color: ink }, itemWidth: 18, itemHeight: 12, inactiveColor: quiet
    },
    grid: { left: 4, right: 16, bottom: 4, top: series.length > 1 ? 16 + lines * 24 : 16, outerBoundsMode: 'same' },
    xAxis: across ? values : names,
    yAxis: across ? names : values,
    series: series.map((each, i) => {
      const own = colour(host, COLOURS[i % COLOURS.length]);
      const pattern = PATTERNS[i % PATTERNS.length];
      return {
        type: kind, name: each.name, data: each.stack ? each.values.map(value => value || null) : each.values, stack: each.stack || undefined, color: own,
        barMaxWidth: 36, barMinHeight: 0, cursor: 'pointer', triggerLineEvent: false,
        symbol: SYMBOLS[i % SYMBOLS.length], symbolSize: 9, connectNulls: false,
        lineStyle: kind === 'line' ? { width: 2, type: ['solid', 'dashed', 'dotted'][i % 3] } : undefined,
        itemStyle: kind === 'bar'
          ? { decal: pattern ? { color: sheet, ...pattern } : { symbol: 'none' }, borderColor: sheet, borderWidth: each.stack ? 1 : 0 }
          : undefined
      };
    })
  }, { notMerge: true });
  host.place.setAttribute('role', 'img');
  host.place.setAttribute('aria-label', label);
  return chart;
}
