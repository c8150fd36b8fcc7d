package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import java.time.LocalDate;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.document.view.TimelineFilters;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.SearchTerms;

/** Ways to patients. Addresses hold ids only. */
final class PatientNavigation {
  static final String LIST = "patients";
  static final String NEW = "patients/new";
  static final String PATIENT = "patient";
  static final String TAB = "tab";
  static final String PAGE = "patients/:" + PATIENT + "/:" + TAB + "?";
  static final String AS_OF = "patients/:" + PATIENT + "/as-of";
  static final String POST = "post";
  static final String ENTRY = "entry";

  private PatientNavigation() {}

  static void openList() {
    UI.getCurrent().navigate(PatientsView.class);
  }

  static void openList(PatientFilter filter) {
    UI.getCurrent().navigate(PatientsView.class, filter.write(SearchTerms.ofSession()));
  }

  static void openNew() {
    UI.getCurrent().navigate(NewPatientView.class);
  }

  static void open(PatientId patientId) {
    UI.getCurrent().navigate(PatientView.class, parameters(patientId, PatientTab.NOTEBOOK));
  }

  static void open(PatientId patientId, PatientTab tab, QueryParameters query) {
    UI.getCurrent().navigate(PatientView.class, parameters(patientId, tab), query);
  }

  /** The notebook of a 記載日, at one of its articles. */
  static void openArticle(PatientId patientId, DocumentId documentId, LocalDate day) {
    TimelineFilter ofDay = TimelineFilter.ALL.withFrom(day).withTo(day);
    open(
        patientId,
        PatientTab.NOTEBOOK,
        TimelineFilters.write(ofDay, SearchTerms.ofSession()).merging(ENTRY, documentId.value()));
  }

  static void openAsOf(PatientId patientId, QueryParameters query) {
    UI.getCurrent()
        .navigate(AsOfView.class, new RouteParameters(PATIENT, patientId.value()), query);
  }

  /** For links that open in a new window too. */
  static String address(PatientId patientId) {
    return LIST + "/" + patientId;
  }

  private static RouteParameters parameters(PatientId patientId, PatientTab tab) {
    return tab == PatientTab.NOTEBOOK
        ? new RouteParameters(PATIENT, patientId.value())
        : new RouteParameters(
            new RouteParam(PATIENT, patientId.value()), new RouteParam(TAB, tab.path()));
  }
}
