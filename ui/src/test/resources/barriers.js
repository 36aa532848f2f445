/** What axe does not look at, each as a line of text. Called in a page with whether it is touched. */
touch => {
  const found = [];
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colour = text => {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = text;
    pixel.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const parent = node => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
  const ground = element => {
    const layers = [];
    for (let each = element; each; each = parent(each)) {
      const own = colour(getComputedStyle(each).backgroundColor);
      if (own[3] > 0) layers.push(own);
      if (own[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const shown = element => element.getClientRects().length > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const name = element => `${element.localName}.${element.className?.baseVal ?? element.className} "${(element.getAttribute('aria-label') ?? element.label ?? element.textContent ?? '').trim().slice(0, 40)}"`;

  // an input is seen as one: WCAG 1.4.11
  for (const host of document.querySelectorAll('*')) {
    if (!host.shadowRoot || host.hasAttribute('readonly') || host.hasAttribute('disabled') || host.hasAttribute('checked') || !shown(host)) continue;
    const box = host.shadowRoot.querySelector('[part~=input-field], [part~=checkbox], [part~=radio]');
    if (!box || !shown(box) || getComputedStyle(box).borderTopStyle === 'none') continue;
    const around = ground(parent(host));
    const ratio = contrast(over(colour(getComputedStyle(box).borderTopColor), around), around);
    if (ratio < 3) found.push(`border of ${name(host)} is ${ratio.toFixed(2)}:1`);
  }

  // what is ahead in a diagram can be read
  for (const visual of document.querySelectorAll('ft-bpmn-viewer .ft-ahead .djs-visual')) {
    const under = ground(visual.closest('.ft-diagram'));
    for (const [part, property] of [[visual.querySelector('text'), 'fill'], [visual.firstElementChild, 'stroke']]) {
      if (!part) continue;
      const value = getComputedStyle(part)[property];
      if (value === 'none') continue;
      const own = colour(value);
      own[3] *= Number(getComputedStyle(visual).opacity);
      const ratio = contrast(over(own, under), under);
      if (ratio < 4.5) found.push(`${property} of a step ahead is ${ratio.toFixed(2)}:1`);
    }
  }

  // a finger needs 44 px
  const TOUCHED = 'vaadin-button, button, summary, vaadin-details-summary, a.ft-box, a.ft-row, .ft-toggle a, .ft-list-card > a, .ft-button-link, vaadin-checkbox, vaadin-radio-button';
  if (touch) for (const each of document.querySelectorAll(TOUCHED)) {
    if (!shown(each) || each.closest('.bjs-powered-by')) continue;
    const { width, height } = each.getBoundingClientRect();
    if (width > 1 && height > 1 && (height < 43.5 || width < 43.5 && each.localName !== 'a')) found.push(`${name(each)} is ${Math.round(width)} × ${Math.round(height)} px`);
  }

  // nothing is pressed into a column of a few letters, nothing is wider than the window
  for (const each of document.querySelectorAll('#main :is(p, li, td, .ft-act-body, .ft-fact > *)')) {
    if (shown(each) && each.clientWidth > 1 && each.clientWidth < 80 && each.innerText.trim().length > 60) found.push(`${each.innerText.trim().length} letters in ${each.clientWidth} px: ${name(each)}`);
  }
  for (const each of [document.documentElement, document.querySelector('.ft-page'), document.getElementById('main')])
    if (each && each.scrollWidth > each.clientWidth + 1) found.push(`${name(each).slice(0, 30)} scrolls sideways`);

  // who wants no motion gets none
  if (matchMedia('(prefers-reduced-motion: reduce)').matches)
    for (const each of document.getAnimations())
      if (each.playState === 'running' && each.effect?.getComputedTiming().duration > 200) found.push(`${each.animationName ?? each.transitionProperty} moves in ${each.effect.target?.localName}`);

  return [...new Set(found)];
}
