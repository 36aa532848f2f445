/** A chart of figures that stand as a table beside it; what draws it is fetched when one is shown. */
class FtChart extends HTMLElement {
  connectedCallback() {
    if (this.place) return;
    this.place = document.createElement('div');
    this.place.className = 'ft-chart-place';
    this.append(this.place);
    this.redraw = () => this.draw();
    this.sizes = new ResizeObserver(() => this.chart?.resize());
    this.sizes.observe(this);
    this.schemes = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('print')];
    this.schemes.forEach(query => query.addEventListener('change', this.redraw));
    this.chosen = new MutationObserver(this.redraw);
    this.chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme'] });
    this.draw();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.place) return;
      this.sizes.disconnect();
      this.chosen.disconnect();
      this.schemes.forEach(query => query.removeEventListener('change', this.redraw));
      this.chart?.dispose();
      this.chart = null;
      this.place.remove();
      this.place = null;
    });
  }

  setFigures(figures) {
    this.figures = figures;
    this.draw();
  }

  async draw() {
    if (!this.figures || !this.place) return;
    const { show } = await import('./chart-drawing.js');
    if (!this.place) return; // left the page meanwhile
    this.chart = show(this, this.chart);
  }
}
customElements.define('ft-chart', FtChart);
