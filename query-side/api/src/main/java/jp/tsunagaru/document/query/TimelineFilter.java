package jp.tsunagaru.document.query;

import java.time.LocalDate;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * 文書抽出 (DC-04): 記載日 range inclusive, author, group of authors, tag, words of the text, kind; null
 * or blank means any.
 *
 * @param text words that all have to stand in title or text, in any spelling
 */
public record TimelineFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable AccountId author,
    @Nullable GroupId group,
    String tag,
    String text,
    @Nullable DocumentKind kind) {
  public static final TimelineFilter ALL = new TimelineFilter(null, null, null, null, "");

  public TimelineFilter(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable AccountId author,
      @Nullable GroupId group,
      String tag) {
    this(from, to, author, group, tag, "", null);
  }

  public TimelineFilter withFrom(@Nullable LocalDate day) {
    return new TimelineFilter(day, to, author, group, tag, text, kind);
  }

  public TimelineFilter withTo(@Nullable LocalDate day) {
    return new TimelineFilter(from, day, author, group, tag, text, kind);
  }

  public TimelineFilter withAuthor(@Nullable AccountId who) {
    return new TimelineFilter(from, to, who, group, tag, text, kind);
  }

  public TimelineFilter withGroup(@Nullable GroupId which) {
    return new TimelineFilter(from, to, author, which, tag, text, kind);
  }

  public TimelineFilter withTag(String name) {
    return new TimelineFilter(from, to, author, group, name, text, kind);
  }

  public TimelineFilter withText(String words) {
    return new TimelineFilter(from, to, author, group, tag, words, kind);
  }

  public TimelineFilter withKind(@Nullable DocumentKind which) {
    return new TimelineFilter(from, to, author, group, tag, text, which);
  }
}
