package org.foerderturm.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/** The page around everything. Requests go by XHR, so that each passes the security filters. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("foerderturm.css")
@Push(transport = Transport.WEBSOCKET_XHR)
public class Shell implements AppShellConfigurator {
  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setViewport("width=device-width, initial-scale=1");
    settings.addLink("icon", "favicon.svg");
    settings.addMetaTag("color-scheme", "light dark");
  }
}
