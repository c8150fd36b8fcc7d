package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.theme.lumo.Lumo;

/** The page around every view. */
@Push(PushMode.AUTOMATIC)
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("styles.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public class AppShell implements AppShellConfigurator {
  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addMetaTag("color-scheme", "light dark");
    settings.addMetaTag("robots", "noindex, nofollow");
    settings.addMetaTag("format-detection", "telephone=no");
    settings.addFavIcon("icon", "icon.svg", "any");
  }
}
