package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.careteam.view.TeamTab;
import jp.tsunagaru.careteam.view.ViewingTab;
import jp.tsunagaru.consent.view.ConsentPrinting;
import jp.tsunagaru.consent.view.ConsentTab;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.view.MedicinesTab;
import jp.tsunagaru.document.view.NotebookTab;
import jp.tsunagaru.document.view.TimelineFilters;
import jp.tsunagaru.document.view.VitalsTab;
import jp.tsunagaru.form.view.FormsTab;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.WatchPatient;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SearchTerms;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/**
 * A patient's page. Every change of team, consent or basic information asks again who may see it:
 * when the answer is no, the page is empty at that moment (TM-06).
 */
@Route(value = PatientNavigation.PAGE, layout = MainLayout.class)
@RolesAllowed("CARE_USER")
@StyleSheet("context://patient.css")
class PatientView extends Div
    implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {
  private final Gateways gateways;
  private final QueryGateway queries;
  private final FileIntake intake;
  private final TermsInForce terms;
  private final ExtendedSchemas schemas;
  private final ConsentPrinting printing;
  private final CityProperties city;
  private final Clock clock;
  private final PatientHeader header = new PatientHeader();
  private final OpeningNotices openings;
  private final LinkedNotice linked;
  private final Tabs tabs = new Tabs();
  private final Map<PatientTab, Tab> tabOf = new EnumMap<>(PatientTab.class);
  private final Div place = new Div();
  private final Div page = new Div();
  private final Div gonePage = new Div();
  private Div watcher = new Div();
  private Div linkedWatcher = new Div();
  private @Nullable PatientId patientId;
  private @Nullable PatientDetails patient;
  private PatientTab selected = PatientTab.NOTEBOOK;
  private @Nullable PatientTab drawn;
  private QueryParameters address = QueryParameters.empty();
  private Consumer<List<PatientChange>> tabChanged = changes -> {};
  private Consumer<PatientDetails> tabPatient = details -> {};
  private @Nullable NotebookTab notebook;
  private @Nullable FormsTab forms;
  private @Nullable VitalsTab vitals;
  private int question;

  PatientView(
      Gateways gateways,
      QueryGateway queries,
      FileIntake intake,
      TermsInForce terms,
      ExtendedSchemas schemas,
      ConsentPrinting printing,
      CityProperties city,
      Clock clock) {
    this.gateways = gateways;
    this.queries = queries;
    this.intake = intake;
    this.terms = terms;
    this.schemas = schemas;
    this.printing = printing;
    this.city = city;
    this.clock = clock;
    this.openings = new OpeningNotices(gateways);
    this.linked = new LinkedNotice(gateways, this::load);

    for (PatientTab each : PatientTab.values()) {
      Tab tab = new Tab(each.label());
      tabOf.put(each, tab);
      tabs.add(tab);
    }
    tabs.setAutoselect(false);
    tabs.addSelectedChangeListener(event -> {
      if (event.isFromClient()) {
        tabOf.entrySet().stream()
            .filter(entry -> entry.getValue().equals(event.getSelectedTab()))
            .findFirst()
            .ifPresent(entry -> open(entry.getKey()));
      }
    });

    place.addClassName("patient-place");
    Button asOf =
        new Button(Texts.get("patient.asOf.open"), VaadinIcon.CLOCK.create(), click -> openAsOf());
    asOf.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    asOf.addClassName("as-of-button");
    Div parts = new Div(tabs, asOf);
    parts.addClassName("patient-parts");
    Div top = new Div(header, openings, linked, parts);
    top.addClassName("patient-top");
    page.add(top, place);
    gonePage.add(
        new H1(Texts.get("patient.gone.title")),
        new Paragraph(Texts.get("patient.gone.text")),
        new Button(Texts.get("patient.gone.list"), click -> PatientNavigation.openList()));
    gonePage.addClassName("error-page");
    addClassName("patient-page");
    add(page);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("patient.page.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    selected = PatientTab.of(event.getRouteParameters().get(PatientNavigation.TAB).orElse(""));
    String wanted = event.getRouteParameters().get(PatientNavigation.PATIENT).orElse("");
    if (patientId != null && patientId.value().equals(wanted)) {
      return;
    }
    drawn = null;
    notebook = null;
    forms = null;
    vitals = null;
    patient = null;
    try {
      patientId = new PatientId(wanted);
    } catch (IllegalArgumentException noId) {
      patientId = null;
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    address = event.getLocation().getQueryParameters();
    tabs.setSelectedTab(tabOf.get(selected));
    if (patientId == null) {
      gone();
    } else if (patient == null) {
      remove(gonePage);
      add(page);
      watch(patientId);
      load();
    } else {
      draw();
    }
  }

  /** A component of its own for each patient: its detaching ends the watch of the former one. */
  private void watch(PatientId id) {
    remove(watcher);
    watcher = new Div();
    watcher.setVisible(false);
    add(watcher);
    Watch.of(watcher, queries, new WatchPatient(id), this::changed, this::lost);
  }

  private void open(PatientTab tab) {
    PatientId id = patientId;
    if (id != null) {
      PatientNavigation.open(id, tab, QueryParameters.empty());
    }
  }

  private void openAsOf() {
    PatientId id = patientId;
    if (id != null) {
      PatientNavigation.openAsOf(id, QueryParameters.empty());
    }
  }

  private void changed(List<PatientChange> changes) {
    boolean page =
        changes.stream()
            .map(PatientChange::kind)
            .anyMatch(kind ->
                switch (kind) {
                  case TEAM, CONSENT, BASIC_INFO -> true;
                  case DOCUMENT, FORM, ATTACHMENT, VIEWED -> false;
                });
    if (page) {
      load();
    }
    if (patientId != null) {
      tabChanged.accept(changes);
    }
  }

  private void load() {
    PatientId id = patientId;
    if (id == null) {
      return;
    }
    openings.load(id);
    int number = ++question;
    gateways.ask(
        new FindPatient(id),
        PatientDetails.class,
        found -> {
          if (number == question && id.equals(patientId)) {
            show(found);
          }
        },
        this::lost);
  }

  private void show(PatientDetails found) {
    PatientDetails former = patient;
    patient = found;
    header.show(found, LocalDate.now(clock));
    if (former == null || linkedElse(former, found)) {
      linked.show(found);
      watchLinked(found);
    }
    boolean allowedElse = former != null && !former.rights().equals(found.rights());
    boolean linkedElse = former != null && linkedElse(former, found);
    boolean consentElse =
        former != null
            && (former.sharing() != found.sharing()
                || !Objects.equals(former.closing(), found.closing()));
    if (allowedElse || linkedElse || consentElse && drawn == PatientTab.CONSENT) {
      drawn = null;
    } else {
      tabPatient.accept(found);
    }
    draw();
  }

  private static boolean linkedElse(PatientDetails former, PatientDetails found) {
    return !former.linked().equals(found.linked());
  }

  /** What happens in the other records of the same person changes this page too. */
  private void watchLinked(PatientDetails details) {
    remove(linkedWatcher);
    linkedWatcher = new Div();
    linkedWatcher.setVisible(false);
    add(linkedWatcher);
    details
        .linked()
        .forEach(other ->
            Watch.of(
                linkedWatcher,
                queries,
                new WatchPatient(other.patientId()),
                this::changed,
                failure -> load()));
  }

  /** What happened to a page whose reader lost the right: nothing of it stays. */
  private void lost(Throwable failure) {
    if (Refusals.is(failure, RefusalCode.NOT_FOUND)) {
      gone();
    } else {
      Refusals.show(failure);
    }
  }

  private void gone() {
    patientId = null;
    patient = null;
    tabChanged = changes -> {};
    tabPatient = details -> {};
    notebook = null;
    forms = null;
    vitals = null;
    question++;
    drawn = null;
    header.removeAll();
    openings.clear();
    linked.removeAll();
    place.removeAll();
    // Hidden, it would keep in the browser what it showed last.
    removeAll();
    add(gonePage);
    getUI()
        .ifPresent(
            ui -> ui.getChildren().filter(Dialog.class::isInstance).toList().forEach(ui::remove));
  }

  private void draw() {
    PatientDetails details = patient;
    PatientId id = patientId;
    if (details == null || id == null) {
      return;
    }
    if (drawn == selected) {
      if (notebook != null) {
        notebook.filter(TimelineFilters.read(address, SearchTerms.ofSession()));
      }
      if (forms != null) {
        forms.show(address);
      }
      if (vitals != null) {
        vitals.show(address);
      }
      return;
    }
    drawn = selected;
    notebook = null;
    forms = null;
    vitals = null;
    tabChanged = changes -> {};
    tabPatient = newer -> {};
    place.removeAll();
    place.add(content(details, id));
  }

  private Component content(PatientDetails details, PatientId id) {
    return switch (selected) {
      case NOTEBOOK -> notebook(details, id);
      case MEDICINES -> {
        MedicinesTab tab =
            new MedicinesTab(
                gateways,
                clock,
                id,
                alongside(details),
                (document, day) -> PatientNavigation.openArticle(id, document, day),
                this::lost);
        tabChanged = tab::changed;
        yield tab;
      }
      case VITALS -> {
        VitalsTab tab =
            new VitalsTab(
                gateways,
                clock,
                id,
                alongside(details),
                address,
                query -> PatientNavigation.open(id, PatientTab.VITALS, query),
                (document, day) -> PatientNavigation.openArticle(id, document, day),
                this::lost);
        vitals = tab;
        tabChanged = tab::changed;
        yield tab;
      }
      case FORMS -> {
        FormsTab tab =
            new FormsTab(
                gateways,
                clock,
                id,
                details.linked(),
                address,
                query -> PatientNavigation.open(id, PatientTab.FORMS, query),
                (other, query) -> PatientNavigation.open(other, PatientTab.FORMS, query),
                this::lost);
        forms = tab;
        tabChanged = tab::changed;
        yield tab;
      }
      case BASIC -> {
        BasicInfoTab tab = new BasicInfoTab(gateways, clock, city.name(), details, this::load);
        tabPatient = tab::show;
        yield tab;
      }
      case EXTENDED -> {
        ExtendedTab tab =
            new ExtendedTab(gateways, schemas, id, details.linked(), details.rights(), this::lost);
        tabChanged = tab::changed;
        yield tab;
      }
      case TEAM -> {
        TeamTab tab = new TeamTab(gateways, queries, clock, id, details.rights(), this::lost);
        tabChanged = tab::changed;
        yield tab;
      }
      case VIEWING -> {
        ViewingTab tab = new ViewingTab(gateways, clock, id, this::lost);
        tabChanged = tab::changed;
        yield tab;
      }
      case CONSENT -> {
        ConsentTab tab =
            new ConsentTab(
                gateways,
                queries,
                intake,
                terms,
                printing,
                clock,
                details,
                () -> {
                  drawn = null;
                  load();
                });
        tabChanged = tab::changed;
        yield tab;
      }
    };
  }

  private Optional<DocumentId> pointedAt() {
    try {
      return address.getSingleParameter(PatientNavigation.ENTRY).map(DocumentId::new);
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private static List<PatientId> alongside(PatientDetails details) {
    return details.linked().stream().map(LinkedRecord::patientId).toList();
  }

  private Component notebook(PatientDetails details, PatientId id) {
    NotebookTab tab =
        new NotebookTab(
            gateways,
            intake,
            clock,
            id,
            alongside(details),
            details.rights(),
            TimelineFilters.read(address, SearchTerms.ofSession()),
            filter ->
                PatientNavigation.open(
                    id,
                    PatientTab.NOTEBOOK,
                    TimelineFilters.write(filter, SearchTerms.ofSession())),
            this::lost);
    notebook = tab;
    tabChanged = tab::changed;
    if (address.getSingleParameter(PatientNavigation.POST).isPresent()) {
      tab.focusComposer();
    }
    pointedAt().ifPresent(tab::pointAt);
    return tab;
  }
}
