package jp.tsunagaru.shell.view;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map.Entry;

/**
 * What a person searched for in this session. Names belong in no address, where proxies and
 * browsers keep them; the address holds a number that means something in this session only, so that
 * reload and Back still do what they say.
 */
public final class SearchTerms implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int KEPT = 100;

  private final LinkedHashMap<String, String> terms = new LinkedHashMap<>();
  private int made;

  /** Those of the session of the current request. */
  public static SearchTerms ofSession() {
    VaadinSession session = VaadinSession.getCurrent();
    SearchTerms known = session.getAttribute(SearchTerms.class);
    if (known == null) {
      known = new SearchTerms();
      session.setAttribute(SearchTerms.class, known);
    }
    return known;
  }

  /** The number under which the address names this text; the same text keeps its number. */
  public String numberOf(String text) {
    for (Entry<String, String> known : terms.entrySet()) {
      if (known.getValue().equals(text)) {
        return known.getKey();
      }
    }
    made++;
    String number = Integer.toString(made);
    terms.put(number, text);
    if (terms.size() > KEPT) {
      terms.pollFirstEntry();
    }
    return number;
  }

  /** The text behind a number; blank for one that means nothing here. */
  public String textOf(String number) {
    return terms.getOrDefault(number, "");
  }
}
