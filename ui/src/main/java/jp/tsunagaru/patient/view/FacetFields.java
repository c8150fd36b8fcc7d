package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.query.FacetValues;
import jp.tsunagaru.patient.query.ListPatientFacets;
import jp.tsunagaru.patient.query.PatientFacets;
import jp.tsunagaru.patient.query.PatientState;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** 患者の絞り込み (LS-02): 登録期間, 登録職種, 施設, グループ, 状態. Offers what stands in one's own teams. */
final class FacetFields extends Div {
  private final WarekiField from = new WarekiField(Texts.get("patient.facet.from"));
  private final WarekiField to = new WarekiField(Texts.get("patient.facet.to"));
  private final MultiSelectComboBox<Profession> professions =
      new MultiSelectComboBox<>(Texts.get("patient.facet.professions"));
  private final MultiSelectComboBox<FacilityId> facilities =
      new MultiSelectComboBox<>(Texts.get("patient.facet.facilities"));
  private final MultiSelectComboBox<GroupId> groups =
      new MultiSelectComboBox<>(Texts.get("patient.facet.groups"));
  private final CheckboxGroup<PatientState> states =
      new CheckboxGroup<>(Texts.get("patient.facet.states"));
  private final Map<FacilityId, String> facilityNames = new LinkedHashMap<>();
  private final Map<GroupId, String> groupNames = new LinkedHashMap<>();
  private final Runnable known;
  private PatientFacets value = PatientFacets.NONE;

  /**
   * @param known told when the names of facilities and groups have come
   */
  FacetFields(Gateways gateways, Consumer<PatientFacets> chosen, Runnable known) {
    this.known = known;
    professions.setItemLabelGenerator(Names::of);
    facilities.setItemLabelGenerator(this::nameOf);
    groups.setItemLabelGenerator(this::nameOf);
    states.setItems(PatientState.values());
    states.setItemLabelGenerator(state -> Texts.of("patient.state", state));
    from.addValueChangeListener(event -> tell(event.isFromClient(), chosen));
    to.addValueChangeListener(event -> tell(event.isFromClient(), chosen));
    professions.addValueChangeListener(event -> tell(event.isFromClient(), chosen));
    facilities.addValueChangeListener(event -> tell(event.isFromClient(), chosen));
    groups.addValueChangeListener(event -> tell(event.isFromClient(), chosen));
    states.addValueChangeListener(event -> tell(event.isFromClient(), chosen));
    addClassName("facet-fields");
    add(from, to, professions, facilities, groups, states);
    // Not before: an answer that is already there would meet a page that is only half made.
    addAttachListener(event -> {
      event.unregisterListener();
      gateways.ask(new ListPatientFacets(), FacetValues.class, this::offer);
    });
  }

  void setValue(PatientFacets wanted) {
    value = wanted;
    from.setValue(wanted.registeredFrom());
    to.setValue(wanted.registeredTo());
    professions.setValue(wanted.professions());
    facilities.setValue(wanted.facilities());
    groups.setValue(wanted.groups());
    states.setValue(wanted.states());
  }

  /** What is chosen, in words, each with what is left when it is taken away. */
  Map<String, PatientFacets> chips() {
    Map<String, PatientFacets> chips = new LinkedHashMap<>();
    if (value.registeredFrom() != null || value.registeredTo() != null) {
      chips.put(
          Texts.get(
              "patient.chip.registered",
              value.registeredFrom() == null ? "" : DateTexts.era(value.registeredFrom()),
              value.registeredTo() == null ? "" : DateTexts.era(value.registeredTo())),
          new PatientFacets(
              null, null, value.professions(), value.facilities(), value.groups(), value.states()));
    }
    if (!value.professions().isEmpty()) {
      chips.put(
          joined("patient.chip.professions", value.professions().stream().map(Names::of).toList()),
          with(Set.of(), value.facilities(), value.groups(), value.states()));
    }
    if (!value.facilities().isEmpty()) {
      chips.put(
          joined("patient.chip.facilities", value.facilities().stream().map(this::nameOf).toList()),
          with(value.professions(), Set.of(), value.groups(), value.states()));
    }
    if (!value.groups().isEmpty()) {
      chips.put(
          joined("patient.chip.groups", value.groups().stream().map(this::nameOf).toList()),
          with(value.professions(), value.facilities(), Set.of(), value.states()));
    }
    if (!value.states().isEmpty()) {
      chips.put(
          joined(
              "patient.chip.states",
              value.states().stream().map(state -> Texts.of("patient.state", state)).toList()),
          with(value.professions(), value.facilities(), value.groups(), Set.of()));
    }
    return chips;
  }

  private PatientFacets with(
      Set<Profession> wantedProfessions,
      Set<FacilityId> wantedFacilities,
      Set<GroupId> wantedGroups,
      Set<PatientState> wantedStates) {
    return new PatientFacets(
        value.registeredFrom(),
        value.registeredTo(),
        wantedProfessions,
        wantedFacilities,
        wantedGroups,
        wantedStates);
  }

  private void tell(boolean fromClient, Consumer<PatientFacets> chosen) {
    if (fromClient && !from.isUnreadable() && !to.isUnreadable()) {
      chosen.accept(
          new PatientFacets(
              from.getValue(),
              to.getValue(),
              professions.getValue(),
              facilities.getValue(),
              groups.getValue(),
              states.getValue()));
    }
  }

  /** What is chosen already stays, offered or not. */
  private void offer(FacetValues offered) {
    offered.facilities().forEach(each -> facilityNames.put(each.facilityId(), each.name()));
    offered.groups().forEach(each -> groupNames.put(each.groupId(), each.name()));
    value.facilities().forEach(each -> facilityNames.putIfAbsent(each, unknown()));
    value.groups().forEach(each -> groupNames.putIfAbsent(each, unknown()));
    PatientFacets chosen = value;
    professions.setItems(
        Stream.concat(offered.professions().stream(), chosen.professions().stream())
            .distinct()
            .toList());
    facilities.setItems(List.copyOf(facilityNames.keySet()));
    groups.setItems(List.copyOf(groupNames.keySet()));
    groups.setVisible(!groupNames.isEmpty());
    setValue(chosen);
    known.run();
  }

  private String nameOf(FacilityId facility) {
    return facilityNames.getOrDefault(facility, unknown());
  }

  private String nameOf(GroupId group) {
    return groupNames.getOrDefault(group, unknown());
  }

  private static String unknown() {
    return Texts.get("patient.facet.unknown");
  }

  private static String joined(String key, Collection<String> names) {
    return Texts.get(
        key, names.stream().sorted().collect(Collectors.joining(Texts.get("list.separator"))));
  }
}
