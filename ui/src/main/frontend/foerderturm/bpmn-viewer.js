import Viewer from 'bpmn-js/lib/Viewer';
import MoveCanvasModule from 'diagram-js/lib/navigation/movecanvas';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';

/** A BPMN diagram to look at: path gone, tokens with their people, what is ahead pale. */
class FtBpmnViewer extends HTMLElement {
  connectedCallback() {
    if (this.viewer) return;
    this.canvasElement = document.createElement('div');
    this.canvasElement.className = 'ft-bpmn-canvas';
    this.canvasElement.tabIndex = 0;
    this.canvasElement.setAttribute('role', 'group');
    this.prepend(this.canvasElement);
    this.viewer = new Viewer({
      container: this.canvasElement,
      additionalModules: [MoveCanvasModule],
      bpmnRenderer: {
        defaultFillColor: 'var(--ft-diagram-fill)',
        defaultStrokeColor: 'var(--ft-diagram-line)',
        defaultLabelColor: 'var(--ft-diagram-text)'
      }
    });
    this.viewer.on('element.click', ({ element }) => {
      if (element.id && element.parent) {
        this.dispatchEvent(new CustomEvent('element-chosen', { detail: { id: element.labelTarget?.id ?? element.id } }));
      }
    });
    this.canvasElement.addEventListener('keydown', e => this.onKey(e));
    this.canvasElement.addEventListener('wheel', e => {
      if (!e.ctrlKey) return; // the page scrolls on; only Ctrl zooms
      e.preventDefault();
      this.zoom(e.deltaY < 0 ? 1.15 : 1 / 1.15);
    }, { passive: false });
    this.sizes = new ResizeObserver(() => this.whenSized());
    this.sizes.observe(this);
    if (this.pending) this.load();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.viewer) return;
      this.sizes.disconnect();
      this.viewer.destroy();
      this.canvasElement.remove();
      this.viewer = null;
    });
  }

  setDiagram(xml, state, label) {
    this.xml = xml;
    this.state = state;
    this.label = label;
    this.pending = true;
    if (this.viewer) this.load();
  }

  setState(state, label) {
    this.state = state;
    this.label = label;
    if (this.ready) this.show();
  }

  async load() {
    this.pending = false;
    this.ready = false;
    try {
      await this.viewer.importXML(this.xml);
      this.ready = true;
      this.fitted = null;
      this.show();
      this.whenSized();
    } catch (e) {
      this.dispatchEvent(new CustomEvent('diagram-failed', { detail: { message: String(e.message) } }));
    }
  }

  whenSized() {
    if (!this.ready || this.clientWidth === 0 || this.clientHeight === 0) return;
    this.viewer.get('canvas').resized();
    // beside a navigation that opens later it is fitted anew, unless somebody moved it
    if (!this.fitted || this.fitted === this.place()) this.fit();
  }

  place() {
    const { x, y, scale } = this.viewer.get('canvas').viewbox();
    return [x, y, scale].map(each => each.toFixed(3)).join(' ');
  }

  /** The whole model; in a small place, where that would not be legible, the first token's. */
  fit() {
    this.fitWhole();
    this.fitted = this.place();
  }

  fitWhole() {
    const canvas = this.viewer.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    const scale = canvas.zoom();
    if (scale > 1) canvas.zoom(1, 'auto');
    if (!this.hasAttribute('small') || scale >= 0.45) return;
    const registry = this.viewer.get('elementRegistry');
    const place = [this.state?.focus, ...Object.keys(this.state?.tokens ?? {})]
      .map(id => registry.get(id)).find(e => e && !e.children?.some(child => !child.labelTarget));
    const inner = canvas.viewbox().inner;
    const size = { width: this.clientWidth / 0.7, height: this.clientHeight / 0.7 };
    const x = place ? place.x + place.width / 2 - size.width / 2 : inner.x - 20;
    const y = place ? place.y + place.height / 2 - size.height / 2 : inner.y + inner.height / 2 - size.height / 2;
    canvas.viewbox({ x, y, ...size });
  }

  zoom(factor) {
    if (!this.ready) return;
    const canvas = this.viewer.get('canvas');
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)), 'auto');
  }

  onKey(e) {
    if (!this.ready) return;
    const step = 60;
    const moves = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    if (moves[e.key]) {
      this.viewer.get('canvas').scroll({ dx: moves[e.key][0], dy: moves[e.key][1] });
      e.preventDefault();
    } else if (e.key === '+') this.zoom(1.2);
    else if (e.key === '-') this.zoom(1 / 1.2);
    else if (e.key === '0') this.fit();
  }

  show() {
    const { tokens = {}, done = {}, incidents = [], plain = false, focus } = this.state ?? {};
    const canvas = this.viewer.get('canvas');
    const overlays = this.viewer.get('overlays');
    const registry = this.viewer.get('elementRegistry');
    this.canvasElement.setAttribute('aria-label', this.label ?? '');
    (this.marks ?? []).forEach(([id, mark]) => registry.get(id) && canvas.removeMarker(id, mark));
    this.marks = [];
    overlays.remove({ type: 'ft' });
    const mark = (id, name) => {
      if (!registry.get(id)) return;
      canvas.addMarker(id, name);
      this.marks.push([id, name]);
    };
    if (plain) return;
    registry.forEach(element => {
      if (!element.parent) return;
      const id = element.labelTarget?.id ?? element.id;
      if (element.waypoints) {
        const from = element.source?.id, to = element.target?.id;
        const gone = from in done && (to in done || to in tokens);
        mark(element.id, id in done || gone ? 'ft-done' : 'ft-ahead');
      } else if (!(id in done) && !(id in tokens) && !element.children?.length) {
        mark(element.id, 'ft-ahead');
      }
    });
    Object.keys(done).forEach(id => id in tokens || mark(id, 'ft-done'));
    // a token on a sub-process stands at what is inside it
    const isInside = id => registry.get(id)?.children?.some(child => !child.labelTarget);
    Object.keys(tokens).forEach(id => isInside(id) || mark(id, 'ft-token'));
    incidents.forEach(id => mark(id, 'ft-incident'));
    if (focus) mark(focus, 'ft-focus');
    for (const [id, words] of Object.entries(tokens)) {
      if (!registry.get(id) || isInside(id)) continue;
      const chip = document.createElement('div');
      chip.className = 'ft-token-chip';
      const shown = words.slice(0, 2);
      if (words.length > 2) shown.push('+' + (words.length - 2));
      shown.forEach(word => {
        const line = document.createElement('div');
        line.textContent = word;
        chip.append(line);
      });
      // on a phone, or at 200 %, they would cover the steps of a whole model; who waits stands beside it, too
      const minZoom = window.innerWidth <= 800 ? 0.45 : 0.1;
      overlays.add(id, 'ft', { position: { bottom: 4, left: 4 }, html: chip, scale: { min: 0.7 }, show: { minZoom } });
    }
    for (const [id, count] of Object.entries(done)) {
      if (count < 2 || !registry.get(id) || registry.get(id).waypoints) continue;
      const times = document.createElement('div');
      times.className = 'ft-times';
      times.textContent = count + '×';
      overlays.add(id, 'ft', { position: { top: -10, right: 12 }, html: times, show: { minZoom: 0.5 } });
    }
  }
}
customElements.define('ft-bpmn-viewer', FtBpmnViewer);
