package jp.tsunagaru.document.view;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.careteam.query.TeamMember;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** 公開範囲 (TM-04): the whole team, chosen people and groups, or professions. */
final class VisibilityField extends Div {
  private final Gateways gateways;
  private final PatientId patientId;
  private final Runnable changed;
  private final Select<Visibility.Scope> scope = new Select<>();
  private final MultiSelectComboBox<Choice> chosen =
      new MultiSelectComboBox<>(Texts.get("document.visibility.chosen"));
  private final MultiSelectComboBox<Profession> professions =
      new MultiSelectComboBox<>(Texts.get("document.visibility.professions"));
  private final Span warning = new Span(Texts.get("document.visibility.warning"));
  private boolean teamKnown;
  private Visibility wanted = Visibility.TEAM;

  VisibilityField(Gateways gateways, PatientId patientId, Runnable changed) {
    this.gateways = gateways;
    this.patientId = patientId;
    this.changed = changed;

    scope.setLabel(Texts.get("document.visibility"));
    scope.setItems(Visibility.Scope.values());
    scope.setItemLabelGenerator(each -> Texts.of("document.visibility", each));
    scope.setValue(Visibility.Scope.TEAM);
    chosen.setItemLabelGenerator(Choice::label);
    professions.setItems(Profession.values());
    professions.setItemLabelGenerator(Names::of);
    warning.addClassNames("small", "muted");
    scope.addValueChangeListener(event -> {
      arrange();
      tell(event.isFromClient());
    });
    chosen.addValueChangeListener(event -> tell(event.isFromClient()));
    professions.addValueChangeListener(event -> tell(event.isFromClient()));

    addClassName("visibility");
    add(scope, chosen, professions, warning);
    arrange();
  }

  void setValue(Visibility visibility) {
    wanted = visibility;
    scope.setValue(visibility.scope());
    professions.setValue(visibility.professions());
    select();
    arrange();
  }

  Visibility getValue() {
    return switch (scope.getValue()) {
      case TEAM -> Visibility.TEAM;
      case SELECTED -> teamKnown ? selected() : wanted;
      case PROFESSIONS ->
          new Visibility(Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), professions.getValue());
    };
  }

  /** Whether the choice names anybody; marks the field when it does not. */
  boolean check() {
    Visibility value = getValue();
    boolean nobody =
        value.scope() != Visibility.Scope.TEAM
            && value.accounts().isEmpty()
            && value.groups().isEmpty()
            && value.professions().isEmpty();
    for (MultiSelectComboBox<?> box : List.of(chosen, professions)) {
      box.setErrorMessage(Texts.get("document.visibility.nobody"));
      box.setInvalid(nobody && box.isVisible());
    }
    return !nobody;
  }

  private Visibility selected() {
    return new Visibility(
        Visibility.Scope.SELECTED,
        chosen.getValue().stream()
            .map(Choice::accountId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet()),
        chosen.getValue().stream()
            .map(Choice::groupId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet()),
        Set.of());
  }

  private void arrange() {
    Visibility.Scope now = scope.getValue();
    chosen.setVisible(now == Visibility.Scope.SELECTED);
    professions.setVisible(now == Visibility.Scope.PROFESSIONS);
    warning.setVisible(now != Visibility.Scope.TEAM);
    if (now == Visibility.Scope.SELECTED && !teamKnown) {
      gateways.ask(new GetTeam(patientId), Team.class, this::offer);
    }
  }

  private void offer(Team team) {
    List<Choice> choices = new ArrayList<>();
    for (TeamMember member : team.members()) {
      boolean direct = member.accountId() != null;
      boolean known =
          choices.stream()
              .anyMatch(choice -> direct && Objects.equals(choice.accountId(), member.accountId()));
      if (member.ended() == null && !known) {
        choices.add(
            new Choice(
                member.accountId(),
                direct ? null : member.groupId(),
                Texts.get(
                    direct ? "document.visibility.person" : "document.visibility.group",
                    member.name(),
                    Optional.ofNullable(member.profession()).map(Names::of).orElse(""))));
      }
    }
    chosen.setItems(choices);
    teamKnown = true;
    select();
  }

  private void select() {
    if (teamKnown) {
      chosen.setValue(
          chosen
              .getListDataView()
              .getItems()
              .filter(choice ->
                  choice.accountId() != null && wanted.accounts().contains(choice.accountId())
                      || choice.groupId() != null && wanted.groups().contains(choice.groupId()))
              .collect(Collectors.toSet()));
    }
  }

  private void tell(boolean fromClient) {
    if (fromClient) {
      changed.run();
    }
  }

  private record Choice(@Nullable AccountId accountId, @Nullable GroupId groupId, String label) {}
}
