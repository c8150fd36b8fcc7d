package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.query.GetPatientAsOf;
import jp.tsunagaru.document.query.Moment;
import jp.tsunagaru.document.query.PastMember;
import jp.tsunagaru.document.query.PatientAsOf;
import jp.tsunagaru.document.view.PastArticles;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.WatchPatient;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/**
 * A patient's page at a chosen moment (domain M1). It has a frame of its own, says in every state
 * which moment it shows, and holds nothing that writes. Who may see it is decided today, again with
 * every change.
 */
@Route(value = PatientNavigation.AS_OF, layout = MainLayout.class)
@RolesAllowed("CARE_USER")
@StyleSheet("context://patient.css")
class AsOfView extends Div implements AfterNavigationObserver, HasDynamicTitle {
  private final Gateways gateways;
  private final QueryGateway queries;
  private final ExtendedSchemas schemas;
  private final Clock clock;
  private final WarekiField day = new WarekiField(Texts.get("patient.asOf.day"));
  private final TextField time = new TextField(Texts.get("patient.asOf.time"));
  private final RadioButtonGroup<Moment.Basis> basis =
      new RadioButtonGroup<>(Texts.get("patient.asOf.basis"));
  private final Div record = new Div();
  private @Nullable PatientId patientId;
  private @Nullable Moment moment;
  private int question;

  AsOfView(Gateways gateways, QueryGateway queries, ExtendedSchemas schemas, Clock clock) {
    this.gateways = gateways;
    this.queries = queries;
    this.schemas = schemas;
    this.clock = clock;
    time.setPlaceholder(Texts.get("patient.asOf.time.placeholder"));
    time.setHelperText(Texts.get("patient.asOf.time.help"));
    basis.setItems(Moment.Basis.values());
    basis.setItemLabelGenerator(each -> Texts.of("patient.asOf.basis", each));
    basis.setValue(Moment.Basis.RECORDED);
    addClassNames("patient-page", "as-of");
    record.addClassName("as-of-record");
  }

  @Override
  public String getPageTitle() {
    return Texts.get("patient.asOf.title");
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    String wanted = event.getRouteParameters().get(PatientNavigation.PATIENT).orElse("");
    moment = AsOfAddress.read(event.getLocation().getQueryParameters()).orElse(null);
    removeAll();
    try {
      patientId = new PatientId(wanted);
    } catch (IllegalArgumentException noId) {
      gone();
      return;
    }
    Div watcher = new Div();
    watcher.setVisible(false);
    add(banner(), chooser(), record, watcher);
    Watch.of(watcher, queries, new WatchPatient(patientId), this::changed, this::lost);
    load();
  }

  private Component banner() {
    Moment shown = moment;
    H1 title =
        new H1(
            shown == null
                ? Texts.get("patient.asOf.title")
                : Texts.get(
                    "patient.asOf.banner." + shown.basis(),
                    shown.basis() == Moment.Basis.RECORDED
                        ? DateTexts.momentToTheSecond(shown.at())
                        : DateTexts.date(DateTexts.day(shown.at()))));
    Span explained =
        new Span(
            shown == null
                ? Texts.get("patient.asOf.choose")
                : Texts.of("patient.asOf.explained", shown.basis()));
    Button back =
        new Button(
            Texts.get("patient.asOf.back"), VaadinIcon.ARROW_RIGHT.create(), click -> openNow());
    back.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div words = new Div(title, explained);
    words.addClassName("as-of-words");
    Div banner = new Div(VaadinIcon.CLOCK.create(), words, back);
    banner.addClassName("as-of-banner");
    banner.getElement().setAttribute("role", "status");
    return banner;
  }

  private void openNow() {
    PatientId id = patientId;
    if (id != null) {
      PatientNavigation.open(id);
    }
  }

  private Component chooser() {
    Moment shown = moment;
    if (shown != null) {
      day.setValue(DateTexts.day(shown.at()));
      time.setValue(DateTexts.timeToTheSecond(shown.at()));
      basis.setValue(shown.basis());
    }
    Button show = new Button(Texts.get("patient.asOf.show"), click -> choose());
    time.setEnabled(basis.getValue() == Moment.Basis.RECORDED);
    basis.addValueChangeListener(
        event -> time.setEnabled(event.getValue() == Moment.Basis.RECORDED));
    Div fields = new Div(basis, day, time, show);
    fields.addClassName("fields");
    Div chooser = new Div(fields);
    if (shown == null) {
      chooser.addClassName("card");
      return chooser;
    }
    NativeDetails details = new NativeDetails(Texts.get("patient.asOf.change"), fields);
    details.addClassName("filter-panel");
    return details;
  }

  private void choose() {
    PatientId id = patientId;
    LocalDate on = day.getValue();
    boolean wholeDay = basis.getValue() == Moment.Basis.OCCURRED || time.getValue().isBlank();
    Optional<LocalTime> clockTime =
        wholeDay
            ? Optional.of(LocalTime.of(23, 59, 59, 999_999_000))
            : AsOfAddress.time(time.getValue());
    day.setInvalid(on == null);
    if (on == null) {
      day.setErrorMessage(
          Texts.get(day.isUnreadable() ? "wareki.unreadable" : "patient.asOf.day.missing"));
    }
    time.setInvalid(clockTime.isEmpty());
    time.setErrorMessage(Texts.get("patient.asOf.time.unreadable"));
    if (id == null || on == null || clockTime.isEmpty()) {
      return;
    }
    Instant at = on.atTime(clockTime.get()).atZone(DateTexts.TOKYO).toInstant();
    if (on.isAfter(LocalDate.now(clock))) {
      day.setInvalid(true);
      day.setErrorMessage(Texts.get("patient.asOf.future"));
      return;
    }
    PatientNavigation.openAsOf(id, AsOfAddress.write(new Moment(at, basis.getValue())));
  }

  private void changed(List<PatientChange> changes) {
    boolean other = changes.stream().anyMatch(change -> change.kind() != PatientChange.Kind.VIEWED);
    if (other) {
      load();
    }
  }

  private void load() {
    PatientId id = patientId;
    Moment shown = moment;
    if (id == null || shown == null) {
      return;
    }
    int number = ++question;
    gateways.ask(
        new GetPatientAsOf(id, shown),
        PatientAsOf.class,
        found -> {
          if (number == question && id.equals(patientId)) {
            show(id, shown, found);
          }
        },
        this::lost);
  }

  private void show(PatientId id, Moment shown, PatientAsOf found) {
    record.removeAll();
    BasicInfo info = found.basicInfo();
    LocalDate then = DateTexts.day(shown.at());
    if (info == null) {
      record.add(new Paragraph(Texts.get("patient.asOf.notRegistered")));
    } else {
      H2 name = new H2(info.fullName());
      Span kana = new Span(info.kana());
      kana.addClassName("patient-kana");
      Div who = new Div(kana, name);
      who.addClassName("patient-who");
      NativeDetails basic =
          new NativeDetails(
              Texts.get(
                  found.newer() ? "patient.asOf.basic.newer" : "patient.asOf.basic",
                  moment(found.recordedAt())),
              new BasicInfoFacts(info, then));
      basic.addClassName("filter-panel");
      record.add(who, new PastConsentFacts(found.consent()), basic);
    }
    int filledIn = ExtendedFacts.filledIn(found.extended());
    if (filledIn > 0) {
      NativeDetails extended =
          new NativeDetails(
              Texts.get("patient.asOf.extended", filledIn),
              new ExtendedFacts(schemas, found.extended()));
      extended.addClassName("filter-panel");
      record.add(extended);
    }
    NativeDetails team =
        new NativeDetails(
            Texts.get("patient.asOf.team", found.team().size()), members(found.team()));
    team.addClassName("filter-panel");
    record.add(
        team,
        new H2(Texts.get("patient.tab.NOTEBOOK")),
        new PastArticles(gateways, id, shown, this::lost));
  }

  private static String moment(@Nullable Instant at) {
    return at == null ? "" : DateTexts.moment(at);
  }

  private static Component members(List<PastMember> team) {
    UnorderedList list = new UnorderedList();
    for (PastMember member : team) {
      String profession = member.profession() == null ? "" : Names.of(member.profession());
      ListItem line =
          new ListItem(
              member.group().isEmpty()
                  ? Texts.get(
                      "patient.asOf.member",
                      member.name(),
                      profession,
                      member.facility(),
                      Names.of(member.role()))
                  : Texts.get(
                      "patient.asOf.memberOfGroup",
                      member.name(),
                      profession,
                      member.facility(),
                      Names.of(member.role()),
                      member.group()));
      Span rights = new Span(Texts.get("patient.asOf.rights", rights(member)));
      rights.addClassNames("small", "muted");
      line.add(new Div(rights));
      list.add(line);
    }
    return list;
  }

  private static String rights(PastMember member) {
    return Arrays.stream(Right.values())
        .filter(member.rights()::contains)
        .map(right -> Texts.of("right", right))
        .collect(Collectors.joining("、"));
  }

  private void lost(Throwable failure) {
    if (Refusals.is(failure, RefusalCode.NOT_FOUND)) {
      gone();
    } else {
      Refusals.show(failure);
    }
  }

  private void gone() {
    patientId = null;
    moment = null;
    question++;
    record.removeAll();
    removeAll();
    Div page =
        new Div(
            new H1(Texts.get("patient.gone.title")),
            new Paragraph(Texts.get("patient.gone.text")),
            new Button(Texts.get("patient.gone.list"), click -> PatientNavigation.openList()));
    page.addClassName("error-page");
    add(page);
    getUI()
        .ifPresent(
            ui -> ui.getChildren().filter(Dialog.class::isInstance).toList().forEach(ui::remove));
  }
}
