package jp.tsunagaru.account.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.query.FacilitySheet;
import jp.tsunagaru.facility.query.FacilitySheet.Kind;
import jp.tsunagaru.facility.query.GetFacility;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/**
 * On the start page of an administrator: what waits of the own facility, and a change that the city
 * gave back until another step follows it (第9条, 第10条).
 */
final class OwnFacilityLine extends Div {
  private static final Set<Kind> ABOUT_CHANGES =
      EnumSet.of(
          Kind.CHANGED,
          Kind.CHANGE_REQUESTED,
          Kind.CHANGE_TAKEN_BACK,
          Kind.CHANGE_CONFIRMED,
          Kind.CHANGE_DECLINED);

  OwnFacilityLine(Gateways gateways, FacilityId facilityId) {
    addClassName("log-review-line");
    gateways.ask(new GetFacility(facilityId), FacilitySheet.class, this::show, notThere -> {});
  }

  private void show(FacilitySheet sheet) {
    if (sheet.wanted() != null) {
      add(new Span(Texts.get("staff.facility.change")));
    }
    sheet.steps().stream()
        .filter(step -> ABOUT_CHANGES.contains(step.kind()))
        .findFirst()
        .filter(step -> step.kind() == Kind.CHANGE_DECLINED)
        .ifPresent(step -> add(new Span(Texts.get("staff.facility.declined", step.note()))));
    FacilitySheet.Abolition abolition = sheet.abolition();
    if (abolition != null) {
      add(new Span(Texts.get("staff.facility.abolition", DateTexts.date(abolition.on()))));
    }
    if (getComponentCount() > 0) {
      addClassName("attention-box");
      add(new Anchor("/facility", Texts.get("staff.facility.open")));
    }
  }
}
