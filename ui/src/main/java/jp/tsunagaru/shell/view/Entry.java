package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagaru.access.Role;

/** A place in the menu; each hat sees its own, the doors are guarded elsewhere. */
record Entry(String path, VaadinIcon icon, String text) {
  static List<Entry> of(SignedInUser user) {
    List<Entry> entries = new ArrayList<>();
    if (user.has(Role.CARE_USER)) {
      entries.add(new Entry("patients", VaadinIcon.USERS, "nav.patients"));
    }
    if (user.has(Role.CARE_USER) || user.has(Role.FACILITY_ADMIN)) {
      entries.add(new Entry("groups", VaadinIcon.GROUP, "nav.groups"));
    }
    if (user.has(Role.CARE_USER)) {
      entries.add(new Entry("emergency", VaadinIcon.AMBULANCE, "nav.emergency"));
    }
    if (user.has(Role.CARE_USER) || user.has(Role.FACILITY_ADMIN)) {
      entries.add(new Entry("deleted", VaadinIcon.TRASH, "nav.deleted"));
      entries.add(new Entry("deletion-requests", VaadinIcon.ERASER, "nav.deletionRequests"));
    }
    if (user.has(Role.FACILITY_ADMIN)) {
      entries.add(new Entry("staff", VaadinIcon.USER_CARD, "nav.staff"));
      entries.add(new Entry("facility", VaadinIcon.BUILDING, "nav.facility"));
      entries.add(new Entry("facility-access", VaadinIcon.EYE, "nav.facilityAccess"));
    }
    if (user.has(Role.CITY_OPERATOR)) {
      entries.add(new Entry("applications", VaadinIcon.INBOX, "nav.applications"));
      entries.add(new Entry("facilities", VaadinIcon.BUILDING, "nav.facilities"));
      entries.add(new Entry("duplicates", VaadinIcon.COPY_O, "nav.duplicates"));
      entries.add(new Entry("deleted", VaadinIcon.TRASH, "nav.deleted"));
      entries.add(new Entry("deletion-requests", VaadinIcon.ERASER, "nav.deletionRequests"));
      entries.add(new Entry("disposal", VaadinIcon.ARCHIVE, "nav.disposal"));
      entries.add(new Entry("staff", VaadinIcon.USER_CARD, "nav.staff"));
      entries.add(new Entry("rights-templates", VaadinIcon.KEY, "nav.rightsTemplates"));
    }
    if (user.has(Role.FACILITY_ADMIN) || user.has(Role.CITY_OPERATOR)) {
      entries.add(new Entry("own-access", VaadinIcon.CLIPBOARD_USER, "nav.ownAccess"));
      entries.add(new Entry("tags", VaadinIcon.TAGS, "nav.tags"));
    }
    if (user.has(Role.CITY_AUDITOR)) {
      entries.add(new Entry("audit", VaadinIcon.EYE, "nav.audit"));
      entries.add(new Entry("audit-questions", VaadinIcon.COMMENTS_O, "nav.auditQuestions"));
    }
    if (user.has(Role.FACILITY_ADMIN)
        || user.has(Role.CITY_OPERATOR)
        || user.has(Role.CITY_AUDITOR)) {
      entries.add(new Entry("log-review", VaadinIcon.CLIPBOARD_CHECK, "nav.logReview"));
      entries.add(new Entry("attestation", VaadinIcon.CHECK_CIRCLE_O, "nav.attestation"));
    }
    if (user.has(Role.CITY_OPERATOR) || user.has(Role.CITY_AUDITOR)) {
      entries.add(new Entry("extended-schema", VaadinIcon.LIST, "nav.extendedSchema"));
      entries.add(new Entry("break-glass", VaadinIcon.AMBULANCE, "nav.breakGlass"));
      entries.add(new Entry("lawful-openings", VaadinIcon.UNLOCK, "nav.lawfulOpenings"));
    }
    if (user.has(Role.CITY_OPERATOR) || user.has(Role.CITY_AUDITOR) || user.has(Role.COUNCIL)) {
      entries.add(new Entry("compliance", VaadinIcon.CHECK_SQUARE_O, "nav.compliance"));
    }
    entries.add(new Entry("incidents", VaadinIcon.EXCLAMATION_CIRCLE_O, "nav.incidents"));
    entries.add(new Entry("profile", VaadinIcon.USER, "nav.profile"));
    return entries;
  }

  SideNavItem sideItem() {
    return new SideNavItem(Texts.get(text), path, icon.create());
  }
}
