package jp.tsunagaru.careteam.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignGroup;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.careteam.command.ChangeMembership;
import jp.tsunagaru.careteam.command.EndMembership;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.query.GroupRow;
import jp.tsunagaru.careteam.query.Groups;
import jp.tsunagaru.careteam.query.ListGroups;
import jp.tsunagaru.careteam.query.PrintTeam;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.careteam.query.TeamMember;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Imprints;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.PrintDialog;
import jp.tsunagaru.shell.view.ProfessionBadge;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** 担当者: who may see and write here, in which part, until when (別紙1⑤). */
public final class TeamTab extends Div {
  private final Gateways gateways;
  private final QueryGateway queries;
  private final Clock clock;
  private final PatientId patientId;
  private final boolean mayManage;
  private final Consumer<Throwable> lost;
  private final Div members = new Div();
  private final Div former = new Div();
  private List<TeamMember> team = List.of();

  /**
   * @param lost told when the page may no longer be shown
   */
  public TeamTab(
      Gateways gateways,
      QueryGateway queries,
      Clock clock,
      PatientId patientId,
      Set<Right> rights,
      Consumer<Throwable> lost) {
    this.gateways = gateways;
    this.queries = queries;
    this.clock = clock;
    this.patientId = patientId;
    this.mayManage = rights.contains(Right.MANAGE_TEAM);
    this.lost = lost;
    Button addPerson =
        new Button(
            Texts.get("careteam.addPerson"),
            VaadinIcon.PLUS.create(),
            click -> MembershipTemplate.load(gateways, this::addPerson));
    Button addGroup =
        new Button(Texts.get("careteam.addGroup"), VaadinIcon.USERS.create(), click -> addGroup());

    Button ask =
        new Button(
            Texts.get("careteam.why.anybody"),
            VaadinIcon.QUESTION_CIRCLE_O.create(),
            click -> WhyDialog.ofAnybody(gateways, queries, clock, patientId).open());

    addPerson.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    ask.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    members.addClassName("team");
    former.addClassName("team");

    Button print =
        new Button(Texts.get("print.team.print"), VaadinIcon.PRINT.create(), click -> print());
    addClassName("tab-page");
    Div tools = mayManage ? new Div(addPerson, addGroup, ask, print) : new Div(ask, print);
    tools.addClassName("actions");
    add(tools, members, former);
    load();
  }

  public void changed(List<PatientChange> changes) {
    if (changes.stream().anyMatch(change -> change.kind() == PatientChange.Kind.TEAM)) {
      load();
    }
  }

  private void load() {
    gateways.ask(new GetTeam(patientId), Team.class, this::show, lost);
  }

  private void show(Team found) {
    team = found.members();
    members.removeAll();
    former.removeAll();
    team.stream()
        .filter(member -> member.ended() == null)
        .forEach(member -> members.add(row(member)));
    List<TeamMember> ended = team.stream().filter(member -> member.ended() != null).toList();
    if (!ended.isEmpty()) {
      former.add(new H3(Texts.get("careteam.former")));
      ended.forEach(member -> former.add(row(member)));
    }
  }

  private Component row(TeamMember member) {
    boolean throughGroup = member.accountId() != null && member.groupId() != null;
    boolean group = member.accountId() == null;
    Profession profession = member.profession();
    Component mark =
        profession == null ? VaadinIcon.USERS.create() : new ProfessionBadge(profession);
    Span name = new Span(member.name());
    Span where =
        new Span(
            profession == null
                ? member.facility()
                : Texts.get("careteam.colleague.where", Names.of(profession), member.facility()));
    Div who = new Div(name, where);
    Div part = new Div(new Span(Names.of(member.terms().role())));
    Div terms =
        new Div(new Span(rights(member.terms().rights())), new Span(validity(member.terms())));
    Div viewed = new Div(new Span(group ? "" : viewed(member)));
    Div row = new Div(new Div(mark), who, part, terms, viewed);

    name.addClassName("member-name");
    where.addClassName("muted");
    who.addClassName("member-who");
    part.addClassName("member-part");
    terms.addClassNames("member-terms", "muted");
    viewed.addClassNames("member-viewed", "muted");
    Div actions = new Div();
    actions.addClassName("member-actions");
    AccountId accountId = member.accountId();
    if (accountId != null) {
      Button why =
          new Button(
              Texts.get("careteam.why"),
              click ->
                  WhyDialog.ofMember(gateways, clock, patientId, accountId, member.name()).open());
      why.setAriaLabel(Texts.get("careteam.why.named", member.name()));
      why.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      actions.add(why);
    }
    row.addClassName("member");
    if (throughGroup) {
      row.addClassName("member-of-group");
      part.add(new Span(Texts.get("careteam.throughGroup")));
    }
    if (member.ended() != null) {
      row.addClassName("member-ended");
      viewed.add(new Span(Texts.get("careteam.endedAt", DateTexts.moment(member.ended()))));
    } else if (mayManage && !throughGroup) {
      Button change = new Button(Texts.get("careteam.change"), click -> change(member));
      Button end = new Button(Texts.get("careteam.end"), click -> end(member));
      change.setAriaLabel(Texts.get("careteam.changeNamed", member.name()));
      end.setAriaLabel(Texts.get("careteam.endNamed", member.name()));
      end.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
      change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      actions.add(change, end);
    }
    row.add(actions);
    return row;
  }

  static String rights(Set<Right> rights) {
    if (rights.size() == Right.values().length) {
      return Texts.get("careteam.rights.all");
    }
    return rights.stream()
        .sorted()
        .map(Names::of)
        .collect(Collectors.joining(Texts.get("list.separator")));
  }

  private String validity(MembershipTerms terms) {
    LocalDate from = terms.from();
    LocalDate to = terms.to();
    if (from == null && to == null) {
      return Texts.get("careteam.unlimited");
    }
    String range =
        Texts.get(
            "careteam.range",
            from == null ? "" : DateTexts.shortDate(from),
            to == null ? "" : DateTexts.shortDate(to));
    LocalDate today = LocalDate.now(clock);
    if (to != null && to.isBefore(today)) {
      return Texts.get("careteam.expired", range);
    }
    return from != null && from.isAfter(today) ? Texts.get("careteam.notYet", range) : range;
  }

  private String viewed(TeamMember member) {
    return member.lastViewedAt() == null
        ? Texts.get("careteam.neverViewed")
        : Texts.get("careteam.viewedAt", DateTexts.ago(member.lastViewedAt(), clock.instant()));
  }

  private void print() {
    PrintDialog.ask(
        TeamPaper.title(),
        Texts.get("print.team.explained.dialog"),
        PrintPurpose.EXPLANATION,
        (reason, dialog) ->
            gateways.ask(
                new FindPatient(patientId),
                PatientDetails.class,
                patient ->
                    gateways.ask(
                        new PrintTeam(patientId, reason),
                        Team.class,
                        team ->
                            dialog.show(() ->
                                TeamPaper.of(
                                    patient.basicInfo(),
                                    team,
                                    Imprints.plain(TeamPaper.title(), clock.instant(), reason))),
                        lost),
                lost));
  }

  private void addPerson(MembershipTemplate template) {
    ColleagueBox colleague = new ColleagueBox(Texts.get("careteam.colleague"), queries);
    MembershipForm form = new MembershipForm(template.of(Profession.NURSE));
    form.setVisible(false);
    colleague.addValueChangeListener(event -> {
      if (event.getValue() != null) {
        form.show(template.of(event.getValue().profession()));
        form.setVisible(true);
      }
    });
    GrantId grantId = GrantId.next();
    dialog(
        Texts.get("careteam.addPerson"),
        Texts.get("careteam.add"),
        dialog -> {
          if (colleague.getValue() == null) {
            colleague.setErrorMessage(Texts.get("careteam.colleague.missing"));
            colleague.setInvalid(true);
            return;
          }
          form.read()
              .ifPresent(terms ->
                  finish(
                      dialog,
                      new AssignMember(
                          CareTeamId.of(patientId),
                          patientId,
                          grantId,
                          colleague.getValue().accountId(),
                          terms),
                      Texts.get("careteam.added", colleague.getValue().name())));
        },
        colleague,
        form);
  }

  private void addGroup() {
    ComboBox<GroupRow> group = new ComboBox<>(Texts.get("careteam.group"));
    group.setItemLabelGenerator(
        each -> Texts.get("careteam.group.label", each.name(), each.members().size()));
    group.setWidthFull();
    gateways.ask(new ListGroups(), Groups.class, groups -> group.setItems(groups.groups()));
    Paragraph who = new Paragraph();
    group.addValueChangeListener(event ->
        who.setText(
            event.getValue() == null
                ? ""
                : event.getValue().members().stream()
                    .map(ColleagueBox::label)
                    .collect(Collectors.joining(Texts.get("list.separator")))));
    MembershipForm form =
        new MembershipForm(
            new MembershipTerms(
                    TeamRole.OTHER, Set.of(Right.VIEW, Right.WRITE, Right.EDIT), null, null)
                .checked());
    GrantId grantId = GrantId.next();
    dialog(
        Texts.get("careteam.addGroup"),
        Texts.get("careteam.add"),
        dialog -> {
          if (group.getValue() == null) {
            group.setErrorMessage(Texts.get("careteam.group.missing"));
            group.setInvalid(true);
            return;
          }
          form.read()
              .ifPresent(terms ->
                  finish(
                      dialog,
                      new AssignGroup(
                          CareTeamId.of(patientId),
                          patientId,
                          grantId,
                          group.getValue().groupId(),
                          terms),
                      Texts.get("careteam.added", group.getValue().name())));
        },
        new Paragraph(Texts.get("careteam.group.explained")),
        group,
        who,
        form);
  }

  private void change(TeamMember member) {
    MembershipForm form = new MembershipForm(member.terms());
    dialog(
        Texts.get("careteam.changeNamed", member.name()),
        Texts.get("action.save"),
        dialog ->
            form.read()
                .ifPresent(terms ->
                    finish(
                        dialog,
                        new ChangeMembership(
                            CareTeamId.of(patientId), patientId, member.grantId(), terms),
                        Texts.get("careteam.changed", member.name()))),
        form);
  }

  private void end(TeamMember member) {
    boolean group = member.accountId() == null;
    boolean me =
        Optional.ofNullable(member.accountId())
            .filter(SignedInUser.require().accountId()::equals)
            .isPresent();
    RadioButtonGroup<String> reason = new RadioButtonGroup<>(Texts.get("careteam.end.reason"));
    reason.setItems("SERVICE_ENDED", "STAFF_CHANGE", "MISTAKE", "OTHER");
    reason.setItemLabelGenerator(code -> Texts.get("careteam.end.reason." + code));
    reason.setValue("SERVICE_ENDED");
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("careteam.endNamed", member.name()));
    dialog.add(
        new Paragraph(Texts.get(group ? "careteam.end.group.explained" : "careteam.end.explained")),
        new Paragraph(Texts.get("careteam.end.kept")));
    Set<String> lost = facilitiesWithoutMember(member.grantId());
    if (!lost.isEmpty()) {
      Paragraph last =
          new Paragraph(
              Texts.get(
                  "careteam.end.lastOfFacility", String.join(Texts.get("list.separator"), lost)));
      last.addClassName("attention-box");
      dialog.add(last);
    }
    if (me) {
      Paragraph own = new Paragraph(Texts.get("careteam.end.me"));
      own.addClassName("warning");
      dialog.add(own);
    }
    dialog.add(reason);
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("careteam.end"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new EndMembership(
                CareTeamId.of(patientId), patientId, member.grantId(), reason.getValue()),
            () -> {
              Refusals.done(Texts.get("careteam.ended", member.name()));
              load();
            }));
    dialog.open();
  }

  /** Whose last member leaves with this membership. */
  private Set<String> facilitiesWithoutMember(GrantId ending) {
    Set<String> lost = new TreeSet<>();
    Set<String> staying = new TreeSet<>();
    team.stream()
        .filter(row -> row.accountId() != null && row.ended() == null)
        .forEach(row -> (row.grantId().equals(ending) ? lost : staying).add(row.facility()));
    lost.removeAll(staying);
    return lost;
  }

  private void finish(Dialog dialog, Object command, String done) {
    gateways.send(
        command,
        () -> {
          dialog.close();
          Refusals.done(done);
          load();
        });
  }

  private static void dialog(
      String title, String confirm, Consumer<Dialog> confirmed, @Nullable Component... content) {
    Dialog dialog = new Dialog();
    Button yes = new Button(confirm, click -> confirmed.accept(dialog));
    Button no = new Button(Texts.get("action.cancel"), click -> dialog.close());
    yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.setHeaderTitle(title);
    dialog.setWidth("min(640px, 96vw)");
    for (Component each : content) {
      if (each != null) {
        dialog.add(each);
      }
    }
    dialog.getFooter().add(no, yes);
    dialog.addClassName("sheet");
    dialog.open();
  }
}
