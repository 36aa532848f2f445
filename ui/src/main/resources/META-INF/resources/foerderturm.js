// What reaching everything by keyboard asks of a page and the component library does not do.
// Plain script, not part of the bundle: nothing here is known to the components.
(() => {
  const OVERLAY = 'vaadin-dialog, vaadin-confirm-dialog, vaadin-notification-card, vaadin-menu-bar-overlay,'
    + ' vaadin-menu-bar-list-box, vaadin-date-picker-overlay-content, vaadin-combo-box-item, vaadin-select-list-box';
  const ACTS = 'a[href], button, input, select, textarea, vaadin-button, [tabindex]';
  const lost = () => !document.activeElement || document.activeElement === document.body;

  /** Leads to a place that is no control itself, as a heading is. */
  function lead(place, options) {
    if (!place) return;
    if (!place.matches(ACTS)) place.setAttribute('tabindex', '-1');
    place.focus(options);
  }
  /** To the heading of the page that has opened, or of the part with this selector. */
  window.ftLead = selector => lead(document.querySelector(selector) ?? document.querySelector('#main h1') ?? document.getElementById('main'));

  // <base href="/"> makes another page of "#main", so the link moves the focus itself
  document.addEventListener('click', e => {
    const skip = e.target.closest?.('.ft-skip');
    if (!skip) return;
    e.preventDefault();
    const main = document.getElementById('main');
    main.focus();
    main.scrollIntoView();
  });

  // ---- a row of a list is a link: Enter opens it, from each of its cells

  const inside = cell => cell?.querySelector('slot')?.assignedElements()[0];
  document.addEventListener('keydown', e => {
    const cell = e.composedPath()[0];
    if (e.key !== 'Enter' || !(cell instanceof HTMLTableCellElement) || cell.closest('thead')) return;
    if (cell.getRootNode().host?.localName !== 'vaadin-grid') return;
    const own = [...(inside(cell)?.querySelectorAll(ACTS) ?? [])];
    if (own.length > 1 || (own.length === 1 && own[0].localName !== 'a')) return; // the list lets one choose among them
    const link = own[0] ?? [...cell.parentElement.children].map(each => inside(each)?.querySelector('a[href]')).find(Boolean);
    if (!link) return;
    e.preventDefault();
    e.stopPropagation();
    link.click();
  }, true);

  // ---- Tab goes on to the next field, not into a calendar that typing has opened

  document.addEventListener('keydown', e => {
    if (e.key !== 'Tab') return;
    const picker = e.composedPath().find(each => each.localName === 'vaadin-date-picker');
    if (picker?.opened && e.composedPath()[0] === picker.inputElement) picker.opened = false;
  }, true);

  // ---- roles that the component library leaves incomplete in what opens over a page

  let named = 0;
  function mend() {
    // an entry of a menu is not selected, as one of a list is
    document.querySelectorAll('[role=menuitem][aria-selected]').forEach(each => each.removeAttribute('aria-selected'));
    // a calendar is named as its field, which says what it opens
    for (const calendar of document.querySelectorAll('vaadin-date-picker-overlay-content')) {
      const picker = calendar.closest('vaadin-date-picker');
      if (!picker?.inputElement) continue;
      calendar.id ||= `ft-calendar-${++named}`;
      calendar.setAttribute('aria-label', picker.accessibleName || picker.label || picker.closest('vaadin-date-time-picker')?.label || document.title);
      picker.inputElement.setAttribute('aria-controls', calendar.id);
    }
    // it covers only itself, so nothing beside it is hidden from those who hear the page
    const open = document.querySelector('vaadin-date-picker[opened]');
    if (open) {
      const dialog = open.closest('vaadin-dialog');
      const around = dialog ? [dialog] : [document, document.querySelector('vaadin-app-layout')?.shadowRoot];
      for (const place of around)
        place?.querySelectorAll('[data-aria-hidden]').forEach(each => each.removeAttribute('aria-hidden'));
    }
    // what scrolls in it can be reached
    for (const months of document.querySelectorAll('vaadin-date-picker-month-scroller'))
      months.shadowRoot?.getElementById('scroller')?.setAttribute('tabindex', '0');
    // its weekdays head their columns
    for (const month of document.querySelectorAll('vaadin-month-calendar'))
      month.shadowRoot?.querySelectorAll('th[role=columnheader][aria-hidden]').forEach(each => each.removeAttribute('aria-hidden'));
    // a field that offers one of a list is no mere button, which can't be required; its list has its name
    for (const select of document.querySelectorAll('vaadin-select')) {
      const button = select.querySelector('vaadin-select-value-button');
      const list = select.querySelector('vaadin-select-list-box');
      button?.setAttribute('role', 'combobox');
      if (!button || !list) continue;
      list.id ||= `ft-list-${++named}`;
      list.setAttribute('aria-label', select.accessibleName || select.label || document.title);
      button.setAttribute('aria-controls', list.id);
    }
    // a group can't be required, its fields can
    for (const group of document.querySelectorAll('[role=group][aria-required]')) {
      group.removeAttribute('aria-required');
      group.querySelectorAll('input').forEach(each => each.type === 'checkbox' || each.setAttribute('aria-required', 'true'));
    }
  }
  let mending = 0;
  new MutationObserver(() => {
    mending ||= requestAnimationFrame(() => { mending = 0; mend(); });
  }).observe(document.documentElement, { attributeFilter: ['aria-selected', 'aria-expanded', 'aria-required', 'data-aria-hidden'], childList: true, subtree: true });

  // ---- what is cut off in a list is told by pointing at it

  document.addEventListener('mouseover', e => {
    const cell = e.target.closest?.('.ft-grid > vaadin-grid-cell-content');
    if (!cell) return;
    const cut = [cell, ...cell.querySelectorAll('*')].some(each => each.scrollHeight > each.clientHeight + 2 && getComputedStyle(each).webkitLineClamp !== 'none');
    if (cut) cell.title = cell.textContent.trim();
    else cell.removeAttribute('title');
  });

  // ---- the focus stays where one works when what had it is drawn anew or is gone

  const name = element => (element.getAttribute('aria-label') || element.labels?.[0]?.textContent
    || document.getElementById(element.getAttribute('aria-labelledby'))?.textContent || element.textContent).trim();
  const STAY = { preventScroll: true }; // what came from elsewhere moves nobody's page
  let last = null;
  document.addEventListener('focusin', e => {
    const element = e.target;
    if (!(element instanceof Element) || element === document.body || element.closest(OVERLAY)) return;
    const around = [];
    for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) around.push(each);
    last = { element, tag: element.localName, name: name(element), around };
  });
  // who clicks beside everything wants no focus; it is not lost
  document.addEventListener('pointerdown', e => {
    if (!e.target.closest?.('a, button, input, textarea, [tabindex], ' + OVERLAY)) last = null;
  }, true);

  const shown = element => element.isConnected && element.getClientRects().length > 0 && !element.disabled;
  function restore() {
    if (!last || !lost() || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) return;
    const { element, tag, name: words, around } = last;
    if (shown(element)) return element.focus(STAY);
    const near = around.filter(each => each.isConnected);
    if (near.length === 0) return window.ftLead('#main h1');
    for (const place of words === '' ? [] : near) {
      const same = [...place.querySelectorAll(tag)].filter(each => shown(each) && name(each) === words);
      if (same.length === 1) return same[0].focus(STAY);
      if (same.length > 1) break; // which of them is not known; the heading above them is
    }
    for (const place of near) {
      const heading = [...place.querySelectorAll('h1, h2, h3')].find(shown);
      if (heading) return lead(heading, STAY);
    }
    window.ftLead('#main h1');
  }
  let waiting = 0;
  new MutationObserver(() => {
    if (!last || !lost() || waiting) return;
    // the answer of the server is drawn in steps, and an overlay gives the focus back itself
    waiting = setTimeout(() => { waiting = 0; restore(); }, 120);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
