package jp.tsunagaru.document.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagaru.japanese.PhoneNumber;

/**
 * Text as somebody wrote it, with addresses and telephone numbers to tap. It is built from
 * components: whatever stands in the text stays text.
 */
final class LiveText extends Div {
  private static final Pattern LIVELY =
      Pattern.compile(
          "(?<link>https?://[\\w.~:/?#\\[\\]@!$&()*+,;=%-]+)"
              + "|(?<phone>(?<![\\d-])0\\d[\\d‐‑–ー−()-]{7,12}\\d(?![\\d-]))");

  LiveText(String text) {
    addClassName("live-text");
    add(parts(text));
  }

  static List<Component> parts(String text) {
    List<Component> parts = new ArrayList<>();
    Matcher matcher = LIVELY.matcher(text);
    int done = 0;
    while (matcher.find()) {
      Optional<Component> live =
          Optional.ofNullable(matcher.group("link"))
              .map(LiveText::link)
              .or(() -> Optional.ofNullable(matcher.group("phone")).flatMap(LiveText::phone));
      if (live.isPresent()) {
        if (matcher.start() > done) {
          parts.add(new Text(text.substring(done, matcher.start())));
        }
        parts.add(live.get());
        done = matcher.end();
      }
    }
    if (done < text.length()) {
      parts.add(new Text(text.substring(done)));
    }
    return parts;
  }

  private static Component link(String address) {
    Anchor link = new Anchor(address, address);
    link.setTarget("_blank");
    link.getElement().setAttribute("rel", "noopener noreferrer");
    return link;
  }

  private static Optional<Component> phone(String typed) {
    return PhoneNumber.parse(typed).map(phone -> new Anchor("tel:" + phone.digits(), typed));
  }
}
