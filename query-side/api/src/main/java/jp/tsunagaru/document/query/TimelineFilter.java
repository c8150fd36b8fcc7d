package jp.tsunagaru.document.query;

import java.time.LocalDate;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import org.jspecify.annotations.Nullable;

/** 文書抽出 (DC-04): 記載日 range inclusive, author, group of authors, tag; null or blank means any. */
public record TimelineFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable AccountId author,
    @Nullable GroupId group,
    String tag) {
  public static final TimelineFilter ALL = new TimelineFilter(null, null, null, null, "");
}
