package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.MergePatients;
import jp.tsunagaru.patient.query.FindPatient;
import jp.tsunagaru.patient.query.FindSimilarPatients;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.patient.query.SimilarPatients;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/**
 * 二重登録の統合 (PT-09): which other record, which one is carried on, and who will see both and who one
 * of them only, by name, before it is done.
 */
final class MergeDialog extends Dialog {
  private static final List<String> REASONS = List.of("PERSON", "NUMBER", "CITY", "OTHER");

  private enum Main {
    THIS,
    OTHER
  }

  private final Gateways gateways;
  private final PatientDetails patient;
  private final Runnable merged;
  private final RadioButtonGroup<SimilarPatients.Similar> other =
      new RadioButtonGroup<>(Texts.get("patient.merge.other"));
  private final RadioButtonGroup<Main> main =
      new RadioButtonGroup<>(Texts.get("patient.merge.main"));
  private final Select<String> reason = new Select<>();
  private final Div preview = new Div();
  private final Button confirm = new Button(Texts.get("patient.merge.confirm"), click -> merge());
  private int question;

  MergeDialog(Gateways gateways, PatientDetails patient, Runnable merged) {
    this.gateways = gateways;
    this.patient = patient;
    this.merged = merged;
    other.setItemLabelGenerator(each ->
        Texts.get(
            each.sameNumber() ? "patient.merge.sameNumber" : "patient.merge.samePerson",
            each.name(),
            each.kana(),
            DateTexts.era(each.birthDate()),
            each.patientId().value().substring(each.patientId().value().length() - 6)));
    other.addValueChangeListener(event -> ask(event.getValue()));
    main.setItems(Main.values());
    main.setItemLabelGenerator(each -> Texts.of("patient.merge.main", each));
    main.setValue(Main.THIS);
    main.setHelperText(Texts.get("patient.merge.main.help"));
    reason.setLabel(Texts.get("patient.merge.reason"));
    reason.setItems(REASONS);
    reason.setItemLabelGenerator(code -> Texts.get("patient.merge.reason." + code));
    reason.setValue(REASONS.getFirst());
    reason.setWidthFull();
    preview.getElement().setAttribute("aria-live", "polite");
    confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    confirm.setEnabled(false);
    setHeaderTitle(Texts.get("patient.merge.title", patient.basicInfo().fullName()));
    setWidth("min(720px, 96vw)");
    addClassName("sheet");
    add(new Paragraph(Texts.get("patient.merge.explained")));
    getFooter().add(new Button(Texts.get("action.cancel"), click -> close()), confirm);
    gateways.ask(
        new FindSimilarPatients(
            patient.basicInfo().kana(),
            patient.basicInfo().birthDate(),
            patient.basicInfo().insuredNumber()),
        SimilarPatients.class,
        this::show);
  }

  private void show(SimilarPatients found) {
    Set<PatientId> known = new HashSet<>(Set.of(patient.patientId()));
    patient.linked().stream().map(LinkedRecord::patientId).forEach(known::add);
    List<SimilarPatients.Similar> others =
        found.patients().stream().filter(each -> !known.contains(each.patientId())).toList();
    if (others.isEmpty()) {
      add(new Paragraph(Texts.get("patient.merge.none")));
      return;
    }
    other.setItems(others);
    add(other, main, reason, preview);
    if (others.size() == 1) {
      other.setValue(others.getFirst());
    }
  }

  private void ask(SimilarPatients.Similar chosen) {
    int number = ++question;
    confirm.setEnabled(false);
    preview.removeAll();
    gateways.ask(
        new FindPatient(chosen.patientId()),
        PatientDetails.class,
        details ->
            gateways.ask(
                new GetTeam(chosen.patientId()),
                Team.class,
                theirs ->
                    gateways.ask(
                        new GetTeam(patient.patientId()),
                        Team.class,
                        ours -> {
                          if (number == question) {
                            preview(details, ours, theirs);
                          }
                        })));
  }

  private void preview(PatientDetails chosen, Team ours, Team theirs) {
    preview.removeAll();
    if (chosen.sharing() != SharingState.SHARED) {
      preview.add(hint(Texts.get("patient.merge.notShared")));
      return;
    }
    if (!chosen.linked().isEmpty()) {
      preview.add(hint(Texts.get("patient.merge.alreadyUnder")));
      return;
    }
    if (!chosen.rights().contains(Right.MANAGE_TEAM)) {
      preview.add(hint(Texts.get("patient.merge.askThem", names(responsible(theirs)))));
      return;
    }
    Map<String, String> us = people(ours);
    Map<String, String> them = people(theirs);
    Map<String, String> both = new TreeMap<>(us);
    both.keySet().retainAll(them.keySet());
    Map<String, String> onlyUs = new TreeMap<>(us);
    onlyUs.keySet().removeAll(them.keySet());
    Map<String, String> onlyThem = new TreeMap<>(them);
    onlyThem.keySet().removeAll(us.keySet());
    preview.add(
        new H3(Texts.get("patient.merge.preview")),
        new Paragraph(Texts.get("patient.merge.nobody")),
        line("patient.merge.both", both),
        line("patient.merge.onlyThis", onlyUs),
        line("patient.merge.onlyOther", onlyThem));
    if (!onlyUs.isEmpty() || !onlyThem.isEmpty()) {
      preview.add(new Paragraph(Texts.get("patient.merge.add")));
    }
    confirm.setEnabled(true);
  }

  private static Component hint(String text) {
    Paragraph hint = new Paragraph(text);
    hint.addClassName("attention-box");
    return hint;
  }

  private static Component line(String key, Map<String, String> people) {
    return new Paragraph(
        Texts.get(
            key,
            people.size(),
            people.isEmpty() ? Texts.get("patient.merge.nobodyThere") : names(people.values())));
  }

  private static String names(Iterable<String> names) {
    return String.join(Texts.get("list.separator"), names);
  }

  private static Map<String, String> people(Team team) {
    Map<String, String> people = new TreeMap<>();
    team.members().stream()
        .filter(member -> member.accountId() != null && member.ended() == null)
        .forEach(member ->
            people.put(
                member.accountId().value(),
                Texts.get("patient.merge.person", member.name(), member.facility())));
    return people;
  }

  private static Set<String> responsible(Team team) {
    Set<String> names = new TreeSet<>();
    team.members().stream()
        .filter(member -> member.accountId() != null && member.ended() == null)
        .filter(member -> member.terms().rights().contains(Right.MANAGE_TEAM))
        .forEach(member ->
            names.add(Texts.get("patient.merge.person", member.name(), member.facility())));
    return names;
  }

  private void merge() {
    SimilarPatients.Similar chosen = other.getValue();
    if (chosen == null) {
      return;
    }
    boolean here = main.getValue() == Main.THIS;
    PatientId mainId = here ? patient.patientId() : chosen.patientId();
    PatientId under = here ? chosen.patientId() : patient.patientId();
    gateways.send(
        new MergePatients(under, mainId, reason.getValue()),
        () -> {
          close();
          Refusals.done(Texts.get("patient.merge.done"));
          merged.run();
        });
  }
}
