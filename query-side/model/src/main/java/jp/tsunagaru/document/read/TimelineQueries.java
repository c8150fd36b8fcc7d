package jp.tsunagaru.document.read;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.read.Attachments;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.read.Member;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.PrintArticle;
import jp.tsunagaru.document.query.PrintTimeline;
import jp.tsunagaru.document.query.PrintedArticles;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelinePosition;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** 登録記事一覧 (DC-01, DC-04). */
@Component
class TimelineQueries {
  private final TimelinePage pages;
  private final TimelineFacets facets;
  private final TeamAccess access;
  private final Receipts receipts;
  private final Articles articles;
  private final Attachments attachments;

  TimelineQueries(
      TimelinePage pages,
      TimelineFacets facets,
      TeamAccess access,
      Receipts receipts,
      Articles articles,
      Attachments attachments) {
    this.pages = pages;
    this.facets = facets;
    this.access = access;
    this.receipts = receipts;
    this.articles = articles;
    this.attachments = attachments;
  }

  @QueryHandler
  Timeline handle(GetTimeline query, MetaData metaData) {
    Viewer viewer = access.viewer(Viewer.origin(metaData), query.patientId());
    List<TimelinePage.Entry> found = pages.read(query, viewer, GetTimeline.PAGE);
    List<TimelinePage.Entry> page = found.subList(0, Math.min(found.size(), GetTimeline.PAGE));
    return new Timeline(
        entries(query.patientId(), page, viewer),
        found.size() > page.size() ? position(page.getLast()) : null,
        facets.authors(query.patientId(), viewer),
        facets.tags(query.patientId(), viewer));
  }

  @QueryHandler
  PrintedArticles handle(PrintTimeline query, MetaData metaData) {
    Viewer viewer = access.viewer(Viewer.origin(metaData), query.patientId());
    List<TimelinePage.Entry> found =
        pages.read(
            new GetTimeline(query.patientId(), query.filter(), null), viewer, PrintTimeline.MOST);
    List<TimelinePage.Entry> page = found.subList(0, Math.min(found.size(), PrintTimeline.MOST));
    return new PrintedArticles(
        entries(query.patientId(), page, viewer), found.size() > page.size());
  }

  @QueryHandler
  PrintedArticles handle(PrintArticle query, MetaData metaData) {
    Viewer viewer = access.viewer(Viewer.origin(metaData), query.patientId());
    List<TimelinePage.Entry> found = pages.read(query.patientId(), query.documentId(), viewer);
    if (found.isEmpty()) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return new PrintedArticles(entries(query.patientId(), found, viewer), false);
  }

  private List<TimelineEntry> entries(
      PatientId patientId, List<TimelinePage.Entry> page, Viewer viewer) {
    Page context =
        new Page(
            patientId,
            viewer,
            access.members(patientId),
            receipts.of(page.stream().map(TimelinePage.Entry::documentId).toList()),
            attachments.of(
                patientId, page.stream().flatMap(entry -> entry.attachments().stream()).toList()));
    return page.stream().map(entry -> entry(entry, context)).toList();
  }

  /** What the entries of a page have in common. */
  private record Page(
      PatientId patientId,
      Viewer viewer,
      List<Member> members,
      Receipts.ByDocument receipts,
      Map<String, AttachmentView> attachments) {}

  private TimelineEntry entry(TimelinePage.Entry entry, Page page) {
    Viewer viewer = page.viewer();
    WrittenArticle article =
        articles.open(entry.documentId(), page.patientId().value(), entry.sealedArticle());
    List<Member> readers =
        page.members().stream()
            .filter(member -> !member.accountId().equals(entry.writerId()))
            .filter(entry.audience()::includes)
            .toList();
    boolean owns = viewer.owns(entry.authorId(), entry.facilityId());
    return new TimelineEntry(
        new DocumentId(entry.documentId()),
        entry.version(),
        entry.occurredOn(),
        entry.recordedAt(),
        entry.editedAt(),
        new AccountId(entry.writerId()),
        article.author(),
        Profession.valueOf(entry.profession()),
        article.content(),
        entry.tags(),
        visibility(entry.audience()),
        entry.attachments().stream().map(page.attachments()::get).filter(Objects::nonNull).toList(),
        (int) readers.stream().filter(reader -> shown(entry, reader.accountId(), page)).count(),
        readers.size(),
        !entry.writerId().equals(viewer.accountId()) && !shown(entry, viewer.accountId(), page),
        owns && viewer.rights().contains(Right.EDIT),
        owns && viewer.rights().contains(Right.DELETE));
  }

  private static boolean shown(TimelinePage.Entry entry, String accountId, Page page) {
    return page.receipts().shown(entry.documentId(), entry.version(), accountId);
  }

  private static TimelinePosition position(TimelinePage.Entry entry) {
    return new TimelinePosition(
        entry.occurredOn(), entry.recordedAt(), new DocumentId(entry.documentId()));
  }

  private static Visibility visibility(Audience audience) {
    return new Visibility(
        Visibility.Scope.valueOf(audience.scope()),
        each(audience.accounts(), AccountId::new),
        each(audience.groups(), GroupId::new),
        each(audience.professions(), Profession::valueOf));
  }

  private static <T> Set<T> each(Collection<String> texts, Function<String, T> read) {
    return texts.stream().map(read).collect(Collectors.toUnmodifiableSet());
  }
}
