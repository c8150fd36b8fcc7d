package jp.tsunagaru.careteam.view;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** Part, rights and validity of one membership. */
final class MembershipForm extends Div {
  private final Select<TeamRole> role = new Select<>();
  private final CheckboxGroup<Right> rights = new CheckboxGroup<>();
  private final WarekiField from = new WarekiField(Texts.get("careteam.from"));
  private final WarekiField to = new WarekiField(Texts.get("careteam.to"));

  MembershipForm(MembershipTerms terms) {
    role.setLabel(Texts.get("careteam.role"));
    role.setItems(TeamRole.values());
    role.setItemLabelGenerator(Names::of);
    rights.setLabel(Texts.get("careteam.rights"));
    rights.setItems(Right.values());
    rights.setItemLabelGenerator(Names::of);
    rights.setItemEnabledProvider(right -> right != Right.VIEW);
    rights.setHelperText(Texts.get("careteam.rights.help"));
    from.setHelperText(Texts.get("careteam.from.help"));
    to.setHelperText(Texts.get("careteam.to.help"));
    show(terms);

    Div days = new Div(from, to);
    days.addClassName("two-fields");
    addClassName("membership-form");
    add(role, rights, days);
  }

  void show(MembershipTerms terms) {
    role.setValue(terms.role());
    rights.setValue(terms.rights());
    from.setValue(terms.from());
    to.setValue(terms.to());
  }

  Optional<MembershipTerms> read() {
    if (from.isUnreadable() || to.isUnreadable()) {
      return Optional.empty();
    }
    Set<Right> chosen = EnumSet.of(Right.VIEW);
    chosen.addAll(rights.getValue());
    to.setInvalid(false);
    try {
      return Optional.of(
          new MembershipTerms(role.getValue(), chosen, from.getValue(), to.getValue()).checked());
    } catch (Refused refused) {
      to.setErrorMessage(Refusals.sentence(refused));
      to.setInvalid(true);
      return Optional.empty();
    }
  }
}
