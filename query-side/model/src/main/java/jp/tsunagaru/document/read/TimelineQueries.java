package jp.tsunagaru.document.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.read.Attachments;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.read.Member;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.document.query.Author;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.PrintArticle;
import jp.tsunagaru.document.query.PrintTimeline;
import jp.tsunagaru.document.query.PrintedArticles;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelinePosition;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.read.MergedRecords;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.support.query.SupportStep;
import jp.tsunagaru.support.query.SupportThread;
import jp.tsunagaru.support.read.SupportThreads;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
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
  private final MergedRecords records;
  private final TextSearch search;
  private final SupportThreads support;

  TimelineQueries(
      TimelinePage pages,
      TimelineFacets facets,
      TeamAccess access,
      Receipts receipts,
      Articles articles,
      Attachments attachments,
      MergedRecords records,
      TextSearch search,
      SupportThreads support) {
    this.support = support;
    this.records = records;
    this.search = search;
    this.pages = pages;
    this.facets = facets;
    this.access = access;
    this.receipts = receipts;
    this.articles = articles;
    this.attachments = attachments;
  }

  @QueryHandler
  Timeline handle(GetTimeline query, MetaData metaData) {
    Course course = course(query, metaData, GetTimeline.PAGE);
    Map<AccountId, Author> authors = new LinkedHashMap<>();
    Set<String> tags = new TreeSet<>();
    course
        .viewers()
        .forEach((patientId, viewer) -> {
          facets
              .authors(patientId, viewer)
              .forEach(author -> authors.putIfAbsent(author.accountId(), author));
          tags.addAll(facets.tags(patientId, viewer));
        });
    return new Timeline(
        course.entries(),
        course.next(),
        List.copyOf(authors.values()),
        Set.copyOf(tags),
        course.searched());
  }

  @QueryHandler
  PrintedArticles handle(PrintTimeline query, MetaData metaData) {
    return newest(query, PrintTimeline.MOST, metaData);
  }

  PrintedArticles newest(PrintTimeline query, int most, MetaData metaData) {
    Course course =
        course(
            new GetTimeline(query.patientId(), query.filter(), null, query.alongside()),
            metaData,
            most);
    return new PrintedArticles(course.entries(), course.next() != null);
  }

  /**
   * Entries of one person's records in one order.
   *
   * @param viewers the actor, with the rights held for each record
   * @param next where the following page begins, null at the end
   * @param searched how many articles were opened for words
   */
  private record Course(
      List<TimelineEntry> entries,
      Map<PatientId, Viewer> viewers,
      @Nullable TimelinePosition next,
      int searched) {}

  private Course course(GetTimeline query, MetaData metaData, int most) {
    Origin origin = Viewer.origin(metaData);
    Map<PatientId, Viewer> viewers = new LinkedHashMap<>();
    List<Placed> found = new ArrayList<>();
    // Beyond the place that one record was read to, entries of the others have to wait.
    @Nullable TimelinePosition readTo = null;
    int searched = 0;
    for (PatientId record : records.ofOnePerson(query.patientId(), query.alongside())) {
      Viewer viewer = access.viewer(origin, record);
      viewers.put(record, viewer);
      TextSearch.Found own =
          find(new GetTimeline(record, query.filter(), query.before()), viewer, most);
      own.entries().forEach(entry -> found.add(new Placed(record, entry)));
      searched += own.searched();
      TimelinePosition end = own.next();
      if (end != null && (readTo == null || Placed.NEWEST_FIRST.compare(end, readTo) < 0)) {
        readTo = end;
      }
    }
    TimelinePosition last = readTo;
    List<Placed> read =
        found.stream()
            .filter(each -> last == null || Placed.NEWEST_FIRST.compare(each.position(), last) <= 0)
            .sorted(Comparator.comparing(Placed::position, Placed.NEWEST_FIRST))
            .toList();
    List<Placed> page = read.subList(0, Math.min(read.size(), most));
    Map<PatientId, List<TimelinePage.Entry>> ofRecord = new LinkedHashMap<>();
    page.forEach(each ->
        ofRecord.computeIfAbsent(each.patientId(), id -> new ArrayList<>()).add(each.entry()));
    Map<DocumentId, TimelineEntry> entries = new HashMap<>();
    ofRecord.forEach((record, own) ->
        entries(record, own, Objects.requireNonNull(viewers.get(record)))
            .forEach(entry -> entries.put(entry.documentId(), entry)));
    return new Course(
        page.stream()
            .map(each ->
                Objects.requireNonNull(entries.get(new DocumentId(each.entry().documentId()))))
            .toList(),
        viewers,
        read.size() > page.size() ? page.getLast().position() : last,
        searched);
  }

  private record Placed(PatientId patientId, TimelinePage.Entry entry) {
    static final Comparator<TimelinePosition> NEWEST_FIRST =
        Comparator.comparing(TimelinePosition::occurredOn)
            .thenComparing(TimelinePosition::recordedAt)
            .thenComparing(position -> position.documentId().value())
            .reversed();

    TimelinePosition position() {
      return TimelineQueries.position(entry);
    }
  }

  private TextSearch.Found find(GetTimeline query, Viewer viewer, int most) {
    if (!query.filter().text().isBlank()) {
      return search.find(query, viewer, most);
    }
    List<TimelinePage.Entry> found = pages.read(query, viewer, most);
    List<TimelinePage.Entry> page = found.subList(0, Math.min(found.size(), most));
    return new TextSearch.Found(
        page, found.size() > page.size() ? position(page.getLast()) : null, 0);
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
                patientId, page.stream().flatMap(entry -> entry.attachments().stream()).toList()),
            support.of(
                patientId,
                page.stream()
                    .filter(TimelinePage.Entry::support)
                    .collect(
                        Collectors.toMap(
                            TimelinePage.Entry::documentId, TimelinePage.Entry::version)),
                viewer,
                true));
    return page.stream().map(entry -> entry(entry, context)).toList();
  }

  /** What the entries of a page have in common. */
  private record Page(
      PatientId patientId,
      Viewer viewer,
      List<Member> members,
      Receipts.ByDocument receipts,
      Map<String, AttachmentView> attachments,
      Map<String, SupportThread> support) {}

  private TimelineEntry entry(TimelinePage.Entry entry, Page page) {
    Viewer viewer = page.viewer();
    WrittenArticle article =
        articles.open(
            entry.documentId(),
            page.patientId().value(),
            entry.sealedArticle(),
            entry.formVersion());
    List<Member> readers =
        page.members().stream()
            .filter(member -> !member.accountId().equals(entry.writerId()))
            .filter(entry.audience()::includes)
            .toList();
    boolean owns = viewer.owns(entry.authorId(), entry.facilityId());
    // Whose request it is, and what was asked, stays above whatever was said to it.
    SupportThread thread = page.support().get(entry.documentId());
    SupportStep asked = thread == null ? null : thread.asked();
    return new TimelineEntry(
        page.patientId(),
        new DocumentId(entry.documentId()),
        entry.version(),
        entry.occurredOn(),
        entry.recordedAt(),
        entry.editedAt(),
        new AccountId(entry.writerId()),
        asked == null ? article.author() : asked.author(),
        Profession.valueOf(entry.profession()),
        asked == null ? article.content() : new ArticleContent("", asked.text()),
        entry.tags(),
        visibility(entry.audience()),
        entry.attachments().stream().map(page.attachments()::get).filter(Objects::nonNull).toList(),
        (int) readers.stream().filter(reader -> shown(entry, reader.accountId(), page)).count(),
        readers.size(),
        !entry.writerId().equals(viewer.accountId()) && !shown(entry, viewer.accountId(), page),
        owns && entry.form() == null && !entry.support() && viewer.rights().contains(Right.EDIT),
        owns && viewer.rights().contains(Right.DELETE),
        entry.form(),
        thread);
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
