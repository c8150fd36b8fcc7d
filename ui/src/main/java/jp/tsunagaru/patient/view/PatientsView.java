package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.audit.view.AttestationLine;
import jp.tsunagaru.audit.view.LogReviewLine;
import jp.tsunagaru.consent.view.ResumingDialog;
import jp.tsunagaru.form.view.OrderTasks;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.SearchText;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.patient.query.WatchMyPatients;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SearchTerms;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.support.view.SupportTaskBox;
import org.axonframework.queryhandling.QueryGateway;

/** 患者 (別紙1②③): my patients, unread first. The start page of everybody who cares for somebody. */
@Route(value = PatientNavigation.LIST, layout = MainLayout.class)
@RolesAllowed("CARE_USER")
@StyleSheet("context://patient.css")
class PatientsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
  private static final int PAGE = 50;
  private static final int MOST = 200;

  private final Gateways gateways;
  private final QueryGateway queries;
  private final Clock clock;
  private final TextField search = new TextField();
  private final Span understood = new Span();
  private final Select<Gender> gender = new Select<>();
  private final IntegerField ageFrom = new IntegerField(Texts.get("patient.filter.ageFrom"));
  private final IntegerField ageTo = new IntegerField(Texts.get("patient.filter.ageTo"));
  private final Checkbox unreadOnly = new Checkbox(Texts.get("patient.filter.unread"));
  private final Div chips = new Div();
  private final Span total = new Span();
  private final OpeningNotices openings;
  private final LawfulNoticeBox lawful;
  private final ConsentTaskBox tasks;
  private final OrderTasks orders;
  private final SupportTaskBox support;
  private final Div list = new Div();
  private final Button more = new Button(Texts.get("patient.more"));
  private final List<PatientRow> shown = new ArrayList<>();
  private final FacetFields facets;
  private final SavedSearchPanel saved;
  private int matching;
  private PatientFilter filter = PatientFilter.ALL;
  private int question;
  private Set<PatientId> waiting = Set.of();

  PatientsView(Gateways gateways, QueryGateway queries, Clock clock) {
    this.gateways = gateways;
    this.queries = queries;
    this.clock = clock;
    this.openings = new OpeningNotices(gateways);
    this.lawful = new LawfulNoticeBox(gateways);
    this.tasks = new ConsentTaskBox(gateways);
    this.orders = new OrderTasks(gateways, clock);
    this.support = new SupportTaskBox(gateways, clock);
    H1 title = new H1(getPageTitle());
    Button create =
        new Button(
            Texts.get("patient.new"),
            VaadinIcon.PLUS.create(),
            click -> PatientNavigation.openNew());
    facets =
        new FacetFields(
            gateways, chosen -> narrow(true, filter.withFacets(chosen)), this::showChips);
    saved = new SavedSearchPanel(gateways);
    Button takeOut =
        new Button(
            Texts.get("patient.takeOut"),
            VaadinIcon.DOWNLOAD_ALT.create(),
            click -> new TakeOutDialog(gateways, clock, filter, matching).open());
    Div fields = new Div(gender, ageFrom, ageTo, unreadOnly, facets);
    NativeDetails panel = new NativeDetails(Texts.get("patient.filter"), fields);

    search.setPlaceholder(Texts.get("patient.search.placeholder"));
    search.setAriaLabel(Texts.get("patient.search"));
    search.setPrefixComponent(VaadinIcon.SEARCH.create());
    search.setClearButtonVisible(true);
    search.setMaxLength(60);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setValueChangeTimeout(300);
    search.addValueChangeListener(
        event -> narrow(event.isFromClient(), filter.withText(event.getValue())));
    gender.setLabel(Texts.get("patient.gender"));
    gender.setItems(Gender.values());
    gender.setItemLabelGenerator(
        each -> each == null ? Texts.get("patient.filter.any") : Names.of(each));
    gender.setEmptySelectionAllowed(true);
    gender.setEmptySelectionCaption(Texts.get("patient.filter.any"));
    gender.addValueChangeListener(
        event -> narrow(event.isFromClient(), filter.withGender(event.getValue())));
    for (IntegerField age : List.of(ageFrom, ageTo)) {
      age.setMin(0);
      age.setMax(130);
      age.setSuffixComponent(new Span(Texts.get("patient.filter.years")));
      age.addValueChangeListener(event ->
          narrow(event.isFromClient(), filter.withAges(ageFrom.getValue(), ageTo.getValue())));
    }
    unreadOnly.addValueChangeListener(
        event -> narrow(event.isFromClient(), filter.withUnreadOnly(event.getValue())));
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    takeOut.addClassName("take-out");
    create.setTooltipText(Texts.get("patient.new.shortcut"));
    more.addClickListener(click -> loadMore());
    more.addClassName("more");
    more.setVisible(false);
    getElement().executeJs(KEYS, create.getElement(), panel.getElement());

    Div head = new Div(title, search, takeOut, create);
    head.addClassName("page-head");
    understood.addClassNames("small", "muted");
    understood.getElement().setAttribute("aria-live", "polite");
    fields.addClassName("facets");
    panel.addClassName("facet-panel");
    panel.setOpen(false);
    chips.addClassName("chips");
    total.addClassNames("small", "muted");
    list.addClassName("patient-list");
    Div rows = new Div(saved, understood, chips, total, list, more);
    rows.addClassName("patient-rows");
    Div body = new Div(panel, rows);
    body.addClassName("patient-body");
    addClassNames("page", "patients-page");
    add(
        head,
        new LogReviewLine(gateways),
        new AttestationLine(gateways),
        openings,
        lawful,
        tasks,
        support,
        orders,
        body);
  }

  /** ↑↓ through the rows, n for a new patient, f to the filters; never while somebody types. */
  private static final String KEYS =
      """
      const page = this, create = $0, panel = $1;
      const wide = matchMedia('(min-width: 1500px)');
      const arrange = () => { if (wide.matches) panel.setAttribute('open', ''); };
      arrange();
      const press = event => {
        if (!page.isConnected) { document.removeEventListener('keydown', press); return; }
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const typing = event.composedPath().some(node =>
          node.tagName === 'INPUT' || node.tagName === 'TEXTAREA' || node.isContentEditable);
        const rows = Array.from(page.querySelectorAll('.patient-row a, .patient-row vaadin-button'));
        const at = rows.indexOf(document.activeElement);
        if (event.key === 'ArrowDown' && (!typing || event.composedPath().some(
            node => node.classList && node.classList.contains('patient-search')))) {
          rows[Math.min(at + 1, rows.length - 1)]?.focus(); event.preventDefault();
        } else if (event.key === 'ArrowUp' && at >= 0) {
          rows[Math.max(at - 1, 0)]?.focus(); event.preventDefault();
        } else if (event.key === 'n' && !typing) { create.click(); event.preventDefault();
        } else if (event.key === 'f' && !typing) {
          panel.setAttribute('open', '');
          panel.querySelector('vaadin-select')?.focus(); event.preventDefault();
        }
      };
      document.addEventListener('keydown', press);
      """;

  @Override
  public String getPageTitle() {
    return Texts.get("patient.list.title");
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    PatientFilter wanted =
        PatientFilter.read(event.getLocation().getQueryParameters(), SearchTerms.ofSession());
    boolean other = !wanted.equals(filter);
    filter = wanted;
    showFilter();
    if (other) {
      shown.clear();
    }
    reload();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    search.addClassName("patient-search");
    search.addKeyDownListener(Key.ESCAPE, pressed -> search.clear());
    Watch.of(
        this,
        queries,
        new WatchMyPatients(SignedInUser.require().accountId()),
        changes -> {
          reload();
          if (changes.stream().anyMatch(c -> c.kind() == PatientChange.Kind.CONSENT)) {
            tasks.load();
          }
        },
        Refusals::show);
    tasks.load();
  }

  private void narrow(boolean fromClient, PatientFilter wanted) {
    if (fromClient && !wanted.equals(filter)) {
      PatientNavigation.openList(wanted);
    }
  }

  private void reload() {
    openings.load();
    lawful.load();
    orders.load();
    int number = ++question;
    support.load(patients -> {
      if (number == question) {
        waiting = patients;
        list(number);
      }
    });
  }

  private void list(int number) {
    listAnew(number, Math.max(PAGE, shown.size()), new ArrayList<>());
  }

  /** As many rows as stand there: who reads far down a list stays there when something changes. */
  private void listAnew(int number, int wanted, List<PatientRow> rows) {
    gateways.ask(
        filter.page(rows.size(), Math.min(MOST, wanted - rows.size())),
        PatientList.class,
        found -> {
          if (number != question) {
            return;
          }
          rows.addAll(found.rows());
          if (rows.size() < Math.min(wanted, found.total()) && !found.rows().isEmpty()) {
            listAnew(number, wanted, rows);
          } else {
            shown.clear();
            list.removeAll();
            show(found, rows);
          }
        });
  }

  private void loadMore() {
    int number = ++question;
    gateways.ask(
        filter.page(shown.size(), PAGE),
        PatientList.class,
        found -> {
          if (number == question) {
            show(found, found.rows());
          }
        });
  }

  private void show(PatientList found, List<PatientRow> rows) {
    matching = found.total();
    shown.addAll(rows);
    for (PatientRow row : rows) {
      list.add(new PatientRowCard(row, waiting, clock, filter.post(), this::resume));
    }
    if (shown.isEmpty()) {
      list.add(empty());
    }
    more.setVisible(shown.size() < found.total());
    total.setText(total(found));
    understood.setText(understood(found));
  }

  private String total(PatientList found) {
    if (found.total() > PatientList.MOST_COUNTED) {
      return Texts.get("patient.total-more", PatientList.MOST_COUNTED, shown.size());
    }
    return found.total() == 0 ? "" : Texts.get("patient.total", found.total(), shown.size());
  }

  private String understood(PatientList found) {
    if (filter.post() && filter.text().isBlank()) {
      return Texts.get("patient.choose");
    }
    return switch (SearchText.understand(filter.text())) {
      case SearchText.Phone(String digits) -> Texts.get("patient.understood.phone", digits);
      case SearchText.Kana(String key, String nameKey) ->
          found.kanaUnderstood()
              ? Texts.get("patient.understood.kana", key)
              : Texts.get("patient.understood.name", nameKey);
      case SearchText.Name(String key) -> Texts.get("patient.understood.name", key);
      case SearchText.Empty() ->
          filter.text().isBlank() ? "" : Texts.get("patient.understood.nothing");
    };
  }

  private Div empty() {
    Div empty = new Div();
    empty.addClassName("empty");
    if (filter.isNarrow()) {
      empty.add(
          new Span(Texts.get("patient.empty.filtered")),
          new Button(
              Texts.get("patient.filter.clear"),
              click -> PatientNavigation.openList(filter.withoutAll())));
    } else {
      empty.add(
          new Span(Texts.get("patient.empty")),
          new Button(Texts.get("patient.new"), click -> PatientNavigation.openNew()));
    }
    return empty;
  }

  private void showFilter() {
    if (!search.getValue().strip().equals(filter.text())) {
      search.setValue(filter.text());
    }
    gender.setValue(filter.gender());
    ageFrom.setValue(filter.ageFrom());
    ageTo.setValue(filter.ageTo());
    unreadOnly.setValue(filter.unreadOnly());
    facets.setValue(filter.facets());
    saved.setFilter(filter);
    showChips();
  }

  private void showChips() {
    chips.removeAll();
    if (!filter.text().isBlank()) {
      chip(Texts.get("patient.chip.text", filter.text()), filter.withText(""));
    }
    Gender wanted = filter.gender();
    if (wanted != null) {
      chip(Names.of(wanted), filter.withGender(null));
    }
    if (filter.ageFrom() != null || filter.ageTo() != null) {
      chip(
          Texts.get(
              "patient.chip.age",
              filter.ageFrom() == null ? "" : filter.ageFrom(),
              filter.ageTo() == null ? "" : filter.ageTo()),
          filter.withAges(null, null));
    }
    if (filter.unreadOnly()) {
      chip(Texts.get("patient.filter.unread"), filter.withUnreadOnly(false));
    }
    facets.chips().forEach((text, without) -> chip(text, filter.withFacets(without)));
  }

  private void chip(String text, PatientFilter without) {
    Button chip =
        new Button(
            text, VaadinIcon.CLOSE_SMALL.create(), click -> PatientNavigation.openList(without));
    chip.setIconAfterText(true);
    chip.setAriaLabel(Texts.get("patient.filter.remove", text));
    chip.addClassName("chip");
    chips.add(chip);
  }

  private void resume(PatientRow row) {
    new ResumingDialog(gateways, row, this::reload).open();
  }
}
