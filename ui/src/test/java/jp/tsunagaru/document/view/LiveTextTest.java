package jp.tsunagaru.document.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LiveTextTest {
  @Test
  void markupOfAWriterStaysText() {
    List<Component> parts = LiveText.parts("<img src=x onerror=alert(1)>様");
    assertThat(parts).singleElement().isInstanceOf(Text.class);
    assertThat(words(parts)).isEqualTo("<img src=x onerror=alert(1)>様");
  }

  @Test
  void telephoneNumbersAndAddressesCanBeTapped() {
    List<Component> parts = LiveText.parts("連絡先 0568-76-1188、https://example.jp/a?b=1 を参照");
    assertThat(parts)
        .filteredOn(Anchor.class::isInstance)
        .extracting(part -> ((Anchor) part).getHref())
        .containsExactly("tel:0568761188", "https://example.jp/a?b=1");
    assertThat(words(parts)).isEqualTo("連絡先 0568-76-1188、https://example.jp/a?b=1 を参照");
  }

  @Test
  void datesAndValuesAreNoTelephoneNumbers() {
    assertThat(LiveText.parts("2026-11-22 血圧 128/74、保険者 232199"))
        .noneMatch(Anchor.class::isInstance);
  }

  @Test
  void aScriptAddressIsNeverALink() {
    assertThat(LiveText.parts("javascript:alert(1)")).noneMatch(Anchor.class::isInstance);
  }

  private static String words(List<Component> parts) {
    return parts.stream()
        .map(part -> part instanceof Text text ? text.getText() : ((Anchor) part).getText())
        .collect(Collectors.joining());
  }
}
