package jp.tsunagaru.careteam.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.careteam.query.TeamMember;
import jp.tsunagaru.document.query.GetReaders;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.Reader;
import jp.tsunagaru.document.query.Readers;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.PartWords;
import jp.tsunagaru.shell.view.ProfessionBadge;
import jp.tsunagaru.shell.view.Texts;

/**
 * 閲覧状況 (TM-05): who saw this record last and when, and which recent article nobody has read yet.
 * Looking here is a view itself and recorded like one.
 */
public final class ViewingTab extends Div {
  private static final int RECENT = 10;
  private static final int FIRST_WORDS = 40;

  private final Gateways gateways;
  private final Clock clock;
  private final PatientId patientId;
  private final Consumer<Throwable> lost;
  private final Div members = new Div();
  private final Div documents = new Div();

  public ViewingTab(Gateways gateways, Clock clock, PatientId patientId, Consumer<Throwable> lost) {
    this.gateways = gateways;
    this.clock = clock;
    this.patientId = patientId;
    this.lost = lost;
    Button refresh =
        new Button(Texts.get("careteam.viewing.refresh"), VaadinIcon.REFRESH.create(), c -> load());
    Button byDocument =
        new Button(Texts.get("careteam.viewing.byDocument"), click -> loadDocuments());

    members.addClassName("viewing");
    documents.addClassName("viewing");
    Div actions = new Div(refresh, byDocument);
    actions.addClassName("actions");
    addClassName("tab-page");
    add(new Paragraph(Texts.get("careteam.viewing.explained")), actions, members, documents);
    load();
  }

  /** Somebody saw something for the first time, or the team changed. */
  public void changed(List<PatientChange> changes) {
    boolean concerned =
        changes.stream()
            .map(PatientChange::kind)
            .anyMatch(kind -> kind == PatientChange.Kind.VIEWED || kind == PatientChange.Kind.TEAM);
    if (concerned) {
      gateways.ask(new GetTeam(patientId), Team.class, this::show, lost);
    }
  }

  private void load() {
    documents.removeAll();
    gateways.ask(new GetTeam(patientId), Team.class, this::show, lost);
  }

  private void show(Team team) {
    members.removeAll();
    Set<AccountId> shown = new HashSet<>();
    for (TeamMember member : team.members()) {
      Profession profession = member.profession();
      if (member.ended() != null || member.accountId() == null || profession == null) {
        continue;
      }
      // One person, however many ways lead to the record.
      if (!shown.add(member.accountId())) {
        continue;
      }
      Span when = new Span();
      if (member.lastViewedAt() == null) {
        when.setText(Texts.get("careteam.neverViewed"));
        when.addClassName("amber");
      } else {
        when.setText(
            Texts.get(
                "careteam.viewing.at",
                DateTexts.shortDate(DateTexts.day(member.lastViewedAt())),
                DateTexts.time(member.lastViewedAt())));
        when.getElement()
            .setAttribute("title", DateTexts.ago(member.lastViewedAt(), clock.instant()));
      }
      Span name = new Span(member.name());
      Span where =
          new Span(Texts.get("careteam.colleague.where", Names.of(profession), member.facility()));
      where.addClassName("muted");
      Div who = new Div(name, where);
      who.addClassName("member-who");
      Div row = new Div(new ProfessionBadge(profession), who, when);
      row.addClassName("viewing-row");
      members.add(row);
    }
  }

  private void loadDocuments() {
    gateways.ask(
        new GetTimeline(patientId, TimelineFilter.ALL, null),
        Timeline.class,
        timeline -> {
          documents.removeAll();
          documents.add(new H3(Texts.get("careteam.viewing.recent")));
          if (timeline.entries().isEmpty()) {
            documents.add(new Paragraph(Texts.get("careteam.viewing.noDocuments")));
          }
          timeline.entries().stream().limit(RECENT).forEach(this::askReaders);
        },
        lost);
  }

  private void askReaders(TimelineEntry entry) {
    Div row = new Div();
    row.addClassName("viewing-document");
    documents.add(row);
    gateways.ask(
        new GetReaders(patientId, entry.documentId()),
        Readers.class,
        readers -> show(row, entry, readers.readers()),
        failure -> documents.remove(row));
  }

  private static void show(Div row, TimelineEntry entry, List<Reader> readers) {
    String text = PartWords.of(entry.content()).replace('\n', ' ');
    int end =
        text.offsetByCodePoints(0, Math.min(FIRST_WORDS, text.codePointCount(0, text.length())));
    Span what =
        new Span(
            Texts.get(
                "careteam.viewing.document",
                DateTexts.shortDate(entry.occurredOn()),
                entry.author().name(),
                text.substring(0, end)));
    List<Reader> unread = readers.stream().filter(reader -> reader.readAt() == null).toList();
    Span who =
        new Span(
            unread.isEmpty()
                ? Texts.get("careteam.viewing.allRead", readers.size())
                : Texts.get(
                    "careteam.viewing.unread",
                    unread.size(),
                    unread.stream()
                        .map(Reader::name)
                        .collect(Collectors.joining(Texts.get("list.separator")))));
    who.addClassName(unread.isEmpty() ? "muted" : "amber");
    row.add(what, who);
  }
}
