package jp.tsunagaru.document.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.careteam.view.WhyDialog;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.query.DocumentVersion;
import jp.tsunagaru.document.query.GetReaders;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.GetVersions;
import jp.tsunagaru.document.query.PrintArticle;
import jp.tsunagaru.document.query.PrintTimeline;
import jp.tsunagaru.document.query.PrintedArticles;
import jp.tsunagaru.document.query.Readers;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.document.query.TimelinePosition;
import jp.tsunagaru.document.query.Versions;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.GetPatientNews;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.PatientNews;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Imprints;
import jp.tsunagaru.shell.view.PrintDialog;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.support.query.SupportReference;
import jp.tsunagaru.support.query.SupportThread;
import jp.tsunagaru.support.view.SupportBox;
import jp.tsunagaru.support.view.SupportDialog;
import jp.tsunagaru.support.view.SupportStepDialog;
import org.jspecify.annotations.Nullable;

/**
 * 連絡帳: composer, filter, and the articles by 記載日. Whatever is handed out here is recorded as seen;
 * so an article that arrives while somebody reads further down is not fetched before it is wanted.
 */
public final class NotebookTab extends Div implements EntryCard.Actions {
  private static final int LINE = 40;

  private final Gateways gateways;
  private final FileIntake intake;
  private final Clock clock;
  private final PatientId patientId;
  private final List<PatientId> alongside;
  private final Consumer<TimelineFilter> filterChosen;
  private final Consumer<Throwable> lost;
  private final @Nullable Composer composer;
  private final Div sinceLastTime = new Div();
  private final FilterRow filterRow;
  private final Button pill = new Button();
  private final Div entries = new Div();
  private final Button more = new Button(Texts.get("document.more"));
  private final List<TimelineEntry> shown = new ArrayList<>();
  private final Map<DocumentId, EntryCard> cards = new HashMap<>();
  private final Map<LocalDate, H3> headings = new HashMap<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private final Set<String> ownPosts = new HashSet<>();
  private final Set<DocumentId> fresh = new HashSet<>();
  private TimelineFilter filter;
  private @Nullable TimelinePosition next;
  private boolean scrolledDown;
  private int searched;
  private int question;
  private @Nullable DocumentId pointedAt;

  /**
   * @param alongside other records of the same person, whose entries stand among these (PT-09)
   * @param filterChosen puts a filter into the address
   * @param lost told when the page may no longer be shown
   */
  public NotebookTab(
      Gateways gateways,
      FileIntake intake,
      Clock clock,
      PatientId patientId,
      List<PatientId> alongside,
      Set<Right> rights,
      TimelineFilter filter,
      Consumer<TimelineFilter> filterChosen,
      Consumer<Throwable> lost) {
    this.gateways = gateways;
    this.intake = intake;
    this.clock = clock;
    this.patientId = patientId;
    this.alongside = List.copyOf(alongside);
    this.filter = filter;
    this.filterChosen = filterChosen;
    this.lost = lost;
    composer =
        rights.contains(Right.WRITE)
            ? new Composer(
                gateways, intake, clock, patientId, this.alongside, this::posted, this::editAgain)
            : null;
    filterRow = new FilterRow(gateways, filterChosen);

    pill.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
    pill.setIcon(VaadinIcon.ARROW_UP.create());
    pill.addClickListener(click -> showNews());
    pill.addClassName("news-pill");
    pill.setVisible(false);
    more.addClickListener(click -> loadMore());
    more.setVisible(false);
    more.addClassName("more");
    entries.addClassName("entries");
    entries.getElement().setAttribute("role", "feed");
    sinceLastTime.addClassName("since-last-time");
    sinceLastTime.setVisible(false);

    addClassNames("tab-page", "notebook");
    if (composer != null) {
      add(composer);
    }
    Button print =
        new Button(
            Texts.get("print.articles.shown"), VaadinIcon.PRINT.create(), click -> printShown());
    print.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    Div tools = new Div();
    if (composer != null) {
      Button ask =
          new Button(
              Texts.get("support.ask"), VaadinIcon.COMMENTS_O.create(), click -> askSupport());
      ask.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      tools.add(ask);
    }
    tools.add(print);
    tools.addClassNames("row", "end");
    add(sinceLastTime, filterRow, tools, pill, entries, more);
    gateways.ask(new GetPatientNews(patientId), PatientNews.class, this::showSinceLastTime, lost);
    reload();
  }

  /** Goes to an article that another page pointed at, once it stands here. */
  public void pointAt(DocumentId documentId) {
    pointedAt = documentId;
    point();
  }

  private void point() {
    EntryCard pointed = pointedAt == null ? null : cards.get(pointedAt);
    if (pointed != null) {
      pointedAt = null;
      pointed.addClassName("pointed-at");
      pointed.getElement().executeJs("this.scrollIntoView({ block: 'center' })");
    }
  }

  public void focusComposer() {
    if (composer != null) {
      composer.focusText();
    }
  }

  /** The filter in the address changed. */
  public void filter(TimelineFilter wanted) {
    if (!wanted.equals(filter)) {
      filter = wanted;
      shown.clear();
      reload();
    }
  }

  public void changed(List<PatientChange> changes) {
    boolean files = changes.stream().anyMatch(c -> c.kind() == PatientChange.Kind.ATTACHMENT);
    if (files && composer != null) {
      composer.filesMayHaveChanged();
    }
    boolean unfinished =
        shown.stream()
            .flatMap(entry -> entry.attachments().stream())
            .anyMatch(file -> file.thumbnail() == null && file.failure().isEmpty());
    Set<String> documents =
        changes.stream()
            .filter(change -> change.kind() == PatientChange.Kind.DOCUMENT)
            .map(PatientChange::objectId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> known =
        shown.stream().map(entry -> entry.documentId().value()).collect(Collectors.toSet());
    boolean news = !known.containsAll(documents);
    boolean knownOnes = documents.stream().anyMatch(known::contains);
    boolean own = documents.stream().anyMatch(ownPosts::contains);
    if (news && scrolledDown && !knownOnes && !own) {
      documents.stream().filter(id -> !known.contains(id)).forEach(waiting::add);
      pill.setText(Texts.get("document.news", waiting.size()));
      pill.setVisible(true);
    } else if (!documents.isEmpty()
        || files && unfinished
        || readByOthers(changes) && !scrolledDown) {
      reload();
    }
  }

  private static boolean readByOthers(List<PatientChange> changes) {
    String me = SignedInUser.require().accountId().value();
    return changes.stream()
        .anyMatch(
            change -> change.kind() == PatientChange.Kind.VIEWED && !change.objectId().equals(me));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    getElement()
        .executeJs(
            """
            // The part that scrolls lies in a shadow tree, whose scroll events stay inside.
            const tab = this;
            const watcher = new IntersectionObserver(changes => {
              const last = changes[changes.length - 1];
              const down = !last.isIntersecting && last.boundingClientRect.top < 200;
              if (tab.isConnected && down !== tab.readingFurtherDown) {
                tab.readingFurtherDown = down;
                tab.$server.scrolled(down);
              }
            }, { rootMargin: '-150px 0px 0px 0px' });
            watcher.observe(tab.querySelector('.filter-row'));
            """);
  }

  @ClientCallable
  void scrolled(boolean down) {
    scrolledDown = down;
  }

  private void showNews() {
    reload();
    entries.getElement().executeJs("this.scrollIntoView({ block: 'start' })");
  }

  /** Whoever wrote it need not be told of it as news, also when it comes later than this answer. */
  private void posted(DocumentId documentId) {
    ownPosts.add(documentId.value());
    reload();
  }

  /** Asks again for as much as is on the page. */
  private void reload() {
    waiting.clear();
    pill.setVisible(false);
    int number = ++question;
    collect(number, new ArrayList<>(), null, Math.max(1, shown.size()));
  }

  private void collect(
      int number, List<TimelineEntry> so, @Nullable TimelinePosition before, int wanted) {
    gateways.ask(
        new GetTimeline(patientId, filter, before, alongside),
        Timeline.class,
        timeline -> {
          if (number != question) {
            return;
          }
          so.addAll(timeline.entries());
          if (before == null) {
            filterRow.show(filter, timeline);
          }
          TimelinePosition following = timeline.next();
          searched = before == null ? timeline.searched() : searched + timeline.searched();
          boolean asks = timeline.entries().isEmpty() && timeline.searched() > 0;
          if (following != null && so.size() < wanted && !asks) {
            collect(number, so, following, wanted);
          } else {
            shown.clear();
            shown.addAll(so);
            next = following;
            draw();
          }
        },
        lost);
  }

  private void loadMore() {
    TimelinePosition before = next;
    if (before == null) {
      return;
    }
    int number = ++question;
    gateways.ask(
        new GetTimeline(patientId, filter, before, alongside),
        Timeline.class,
        timeline -> {
          if (number == question) {
            shown.addAll(timeline.entries());
            searched += timeline.searched();
            next = timeline.next();
            draw();
          }
        },
        lost);
  }

  /** 前回から変わったこと, in words. It stays until the page is left. */
  private void showSinceLastTime(PatientNews news) {
    Instant since = news.since();
    if (since == null || news.isNothing()) {
      return;
    }
    Span dot = new Span();
    Span when = new Span(Texts.get("document.since.when", DateTexts.ago(since, clock.instant())));
    dot.addClassName("unread-dot");
    when.addClassNames("small", "muted");
    sinceLastTime.removeAll();
    sinceLastTime.add(dot, new Span(Texts.get("document.since", NewsTexts.line(news))), when);
    sinceLastTime.setVisible(true);
  }

  private void draw() {
    List<Component> wanted = new ArrayList<>();
    Set<DocumentId> present = new HashSet<>();
    Set<LocalDate> days = new HashSet<>();
    for (TimelineEntry entry : shown) {
      if (days.add(entry.occurredOn())) {
        wanted.add(heading(entry.occurredOn()));
      }
      wanted.add(card(entry));
      present.add(entry.documentId());
    }
    cards.keySet().retainAll(present);
    headings.keySet().retainAll(days);
    if (shown.isEmpty()) {
      wanted.add(empty());
    }
    place(wanted);
    more.setText(
        searched == 0 ? Texts.get("document.more") : Texts.get("document.more.words", searched));
    more.setVisible(next != null);
    point();
  }

  /** What is there already keeps its place, so that nobody loses what he is reading or opening. */
  private void place(List<Component> wanted) {
    Set<Component> staying = new HashSet<>(wanted);
    entries
        .getChildren()
        .filter(child -> !staying.contains(child))
        .toList()
        .forEach(entries::remove);
    for (int i = 0; i < wanted.size(); i++) {
      Component component = wanted.get(i);
      if (i >= entries.getComponentCount() || !entries.getComponentAt(i).equals(component)) {
        entries.addComponentAtIndex(i, component);
      }
    }
  }

  private Component heading(LocalDate day) {
    H3 heading = headings.computeIfAbsent(day, each -> new H3());
    heading.addClassName("day");
    heading.setText(headingText(day));
    return heading;
  }

  private String headingText(LocalDate day) {
    String text = Texts.get("document.day", DateTexts.date(day), DateTexts.weekday(day));
    LocalDate today = LocalDate.now(clock);
    if (day.equals(today)) {
      return Texts.get("document.day.today", text);
    }
    return day.equals(today.minusDays(1)) ? Texts.get("document.day.yesterday", text) : text;
  }

  private Component card(TimelineEntry entry) {
    if (entry.unread()) {
      fresh.add(entry.documentId());
    }
    boolean news = fresh.contains(entry.documentId());
    EntryCard former = cards.get(entry.documentId());
    if (former != null) {
      former.show(entry, news);
      return former;
    }
    EntryCard card = new EntryCard(patientId, entry, news, this);
    cards.put(entry.documentId(), card);
    return card;
  }

  private Component empty() {
    boolean filtered = !filter.equals(TimelineFilter.ALL);
    Div empty =
        new Div(
            new Span(
                Texts.get(
                    filtered
                        ? next == null ? "document.empty.filtered" : "document.empty.soFar"
                        : composer == null ? "document.empty.reader" : "document.empty")));
    empty.addClassName("empty");
    if (filtered) {
      empty.add(
          new Button(
              Texts.get("document.filter.clear"),
              click -> filterChosen.accept(TimelineFilter.ALL)));
    }
    return empty;
  }

  @Override
  public void edit(TimelineEntry entry) {
    new EditDialog(
            gateways,
            intake,
            clock,
            entry.patientId(),
            besides(entry.patientId()),
            entry,
            this::reload)
        .open();
  }

  /** The other records of the same person, as seen from one of them. */
  private List<PatientId> besides(PatientId record) {
    return Stream.concat(Stream.of(patientId), alongside.stream())
        .filter(each -> !each.equals(record))
        .toList();
  }

  private void askSupport() {
    SupportDialog.ask(gateways, clock, patientId, toSendAlong(patientId), this::reload);
  }

  @Override
  public void support(TimelineEntry entry, SupportBox.Step step) {
    SupportThread thread = entry.support();
    if (step == SupportBox.Step.REVISE && thread != null) {
      SupportDialog.revise(
          gateways,
          clock,
          entry.patientId(),
          entry.documentId(),
          entry.version(),
          thread,
          toSendAlong(entry.patientId()),
          this::reload);
    } else {
      SupportStepDialog.open(
          gateways, step, entry.patientId(), entry.documentId(), entry.version(), this::reload);
    }
  }

  /** What is on the screen already and whoever is asked may see, too; nothing more is opened. */
  private List<SupportReference> toSendAlong(PatientId record) {
    return shown.stream()
        .filter(entry -> entry.patientId().equals(record) && entry.support() == null)
        .filter(entry -> entry.visibility().scope() == Visibility.Scope.TEAM)
        .map(entry ->
            new SupportReference(
                entry.documentId(),
                entry.occurredOn(),
                entry.author().name(),
                firstLine(entry),
                entry.attachments().size()))
        .toList();
  }

  private static String firstLine(TimelineEntry entry) {
    String line =
        entry.form() == null
            ? entry.content().text().strip().lines().findFirst().orElse("")
            : entry.content().title();
    return line.codePointCount(0, line.length()) <= LINE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LINE));
  }

  private void editAgain(DocumentId documentId, DraftState draft) {
    gateways.ask(
        new GetVersions(patientId, documentId),
        Versions.class,
        versions ->
            versions.versions().stream()
                .max(Comparator.comparingLong(DocumentVersion::version))
                .ifPresent(version ->
                    new EditDialog(
                            gateways,
                            intake,
                            clock,
                            patientId,
                            alongside,
                            entry(version, draft),
                            this::reload)
                        .with(draft)
                        .open()));
  }

  private TimelineEntry entry(DocumentVersion version, DraftState draft) {
    return new TimelineEntry(
        patientId,
        version.documentId(),
        version.version(),
        version.occurredOn(),
        version.recordedAt(),
        version.recordedAt(),
        SignedInUser.require().accountId(),
        version.author(),
        version.profession(),
        version.content(),
        version.tags(),
        draft.visibility(),
        version.attachments(),
        0,
        0,
        false,
        true,
        false,
        null,
        null);
  }

  @Override
  public void open(TimelineEntry entry) {
    UI.getCurrent()
        .navigate(
            "patients/" + patientId.value() + "/forms",
            QueryParameters.of("form", entry.documentId().value()));
  }

  @Override
  public void versions(TimelineEntry entry) {
    gateways.ask(
        new GetVersions(entry.patientId(), entry.documentId()),
        Versions.class,
        versions -> new VersionsDialog(versions.versions()).open());
  }

  @Override
  public void why(TimelineEntry entry) {
    WhyDialog.ofDocument(gateways, clock, entry.patientId(), entry.documentId()).open();
  }

  @Override
  public void readers(TimelineEntry entry) {
    gateways.ask(
        new GetReaders(entry.patientId(), entry.documentId()),
        Readers.class,
        readers -> new ReadersDialog(readers.readers(), entry.version()).open());
  }

  @Override
  public void print(TimelineEntry entry) {
    PrintDialog.ask(
        Texts.get("print.action"),
        Texts.get(
            "print.article.explained", DateTexts.date(entry.occurredOn()), entry.author().name()),
        PrintPurpose.VISIT,
        (reason, dialog) ->
            print(
                new PrintArticle(entry.patientId(), entry.documentId(), reason),
                TimelineFilter.ALL,
                reason,
                dialog));
  }

  private void printShown() {
    TimelineFilter active = filter;
    PrintDialog.ask(
        Texts.get("print.articles.shown"),
        Texts.get("print.articles.explained", PrintTimeline.MOST),
        PrintPurpose.VISIT,
        (reason, dialog) ->
            print(new PrintTimeline(patientId, active, reason, alongside), active, reason, dialog));
  }

  private void print(Object query, TimelineFilter active, PrintReason reason, PrintDialog dialog) {
    gateways.ask(
        new FindPatient(patientId),
        PatientDetails.class,
        patient ->
            gateways.ask(
                query,
                PrintedArticles.class,
                articles ->
                    dialog.show(() ->
                        ArticlesPaper.of(
                            patient.basicInfo(),
                            active,
                            articles,
                            Imprints.of(ArticlesPaper.title(), clock.instant(), reason))),
                lost),
        lost);
  }

  @Override
  public void delete(TimelineEntry entry) {
    new DeleteDialog(gateways, entry.patientId(), entry, this::reload).open();
  }

  @Override
  public void tag(String tag) {
    filterChosen.accept(filter.withTag(tag));
  }
}
