package jp.tsunagaru.document.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagaru.japanese.ProfessionFamily;
import jp.tsunagaru.patient.query.PatientNews;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/** 前回から変わったこと in one line of words. */
public final class NewsTexts {
  private NewsTexts() {}

  /** Blank when nothing changed. */
  public static String line(PatientNews news) {
    List<String> parts = new ArrayList<>();
    Map<ProfessionFamily, Integer> families = new TreeMap<>();
    news.posts()
        .forEach((profession, posts) -> families.merge(profession.family(), posts, Integer::sum));
    families.forEach(
        (family, posts) -> parts.add(Texts.get("document.since.family", Names.of(family), posts)));
    if (news.edits() > 0) {
      parts.add(Texts.get("document.since.edits", news.edits()));
    }
    if (news.files() > 0) {
      parts.add(Texts.get("document.since.files", news.files()));
    }
    if (news.basicInfo()) {
      parts.add(
          news.fields().isEmpty()
              ? Texts.get("document.since.basicInfo")
              : Texts.get(
                  "document.since.fields",
                  news.fields().stream()
                      .sorted()
                      .map(field -> Texts.of("patient.field", field))
                      .collect(Collectors.joining(Texts.get("list.separator")))));
    }
    return String.join(Texts.get("document.since.separator"), parts);
  }
}
