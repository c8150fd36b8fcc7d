package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.RegisteredContent;
import jp.tsunagaru.facility.command.ChangeFacility;
import jp.tsunagaru.facility.query.FacilitySheet;
import jp.tsunagaru.japanese.PostalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** 登録内容の変更 (第9条): what waits for the city apart from what changes at once. */
final class ChangeFacilityDialog extends Dialog {
  private final transient Gateways gateways;
  private final transient FacilitySheet sheet;
  private final transient Runnable changed;
  private final TextField name = text("field.facilityName", 80);
  private final TextField representative = text("field.representative", 80);
  private final TextField postalCode = text("field.postalCode", 10);
  private final TextField address = text("field.address", 120);
  private final Select<Affiliation> affiliation = new Select<>();
  private final TextField otherAffiliation = text("field.otherAffiliation", 80);
  private final TextField providerNumber = text("field.providerNumber", 10);
  private final TextField administrator = text("field.administrator", 80);
  private final TextField phone = text("field.phone", 20);
  private final TextField fax = text("field.fax", 20);
  private final TextField email = text("field.email", 254);
  private final CheckboxGroup<PublicField> published =
      new CheckboxGroup<>(Texts.get("application.published"));
  private final Button submit = new Button(Texts.get("action.save"), click -> submit());

  /** By the name that a refusal gives the field. */
  private final Map<String, Component> fields = new LinkedHashMap<>();

  /**
   * @param byCity whether all of it takes effect at once
   */
  ChangeFacilityDialog(Gateways gateways, FacilitySheet sheet, boolean byCity, Runnable changed) {
    this.gateways = gateways;
    this.sheet = sheet;
    this.changed = changed;
    setHeaderTitle(Texts.get("facility.change"));
    setWidth("min(760px, 98vw)");
    addClassName("sheet");
    setCloseOnOutsideClick(false);
    arrange();
    RegisteredContent wanted = sheet.wanted();
    fill(wanted == null ? sheet.content() : wanted);
    Div confirmed = group(name, representative, postalCode, address, affiliation, otherAffiliation);
    confirmed.add(providerNumber);
    Div free = group(administrator, phone, fax, email, published);
    if (byCity) {
      add(new Paragraph(Texts.get("facility.change.byCity")), confirmed, free);
    } else {
      add(
          new H3(Texts.get("facility.change.confirmed")),
          new Paragraph(Texts.get("facility.change.confirmed.text")),
          confirmed,
          new H3(Texts.get("facility.change.free")),
          free);
    }
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.setDisableOnClick(true);
    getFooter().add(new Button(Texts.get("action.cancel"), click -> close()), submit);
  }

  private static TextField text(String key, int longest) {
    TextField field = new TextField(Texts.get(key));
    field.setMaxLength(longest);
    return field;
  }

  private void arrange() {
    affiliation.setLabel(Texts.get("application.affiliation"));
    affiliation.setItems(Affiliation.values());
    affiliation.setItemLabelGenerator(Names::of);
    affiliation.addValueChangeListener(change -> showWhatBelongs());
    administrator.setHelperText(Texts.get("facility.administrator.help"));
    published.setItems(PublicField.values());
    published.setItemLabelGenerator(field -> Texts.of("publicField", field));
    published.setHelperText(Texts.get("facility.published.help"));
    published.addClassName("wide");
    address.addClassName("wide");
    fields.put("facilityName", name);
    fields.put("representative", representative);
    fields.put("postalCode", postalCode);
    fields.put("address", address);
    fields.put("otherAffiliation", otherAffiliation);
    fields.put("providerNumber", providerNumber);
    fields.put("administrator", administrator);
    fields.put("phone", phone);
    fields.put("fax", fax);
    fields.put("email", email);
  }

  private static Div group(Component... parts) {
    Div group = new Div(parts);
    group.addClassName("fields");
    return group;
  }

  private void fill(RegisteredContent content) {
    FacilityProfile profile = content.profile();
    name.setValue(profile.name());
    representative.setValue(content.people().representative());
    postalCode.setValue(PostalCode.parse(profile.postalCode()).map(PostalCode::display).orElse(""));
    address.setValue(profile.address());
    affiliation.setValue(profile.affiliation());
    otherAffiliation.setValue(profile.otherAffiliation());
    providerNumber.setValue(profile.providerNumber());
    administrator.setValue(content.people().administrator());
    phone.setValue(profile.phone());
    fax.setValue(profile.fax());
    email.setValue(profile.email());
    published.setValue(profile.published());
    showWhatBelongs();
  }

  private void showWhatBelongs() {
    otherAffiliation.setVisible(affiliation.getValue() == Affiliation.OTHER);
    providerNumber.setRequiredIndicatorVisible(
        affiliation.getValue() == Affiliation.CARE_SERVICE_PROVIDER);
  }

  private void submit() {
    submit.setEnabled(true);
    fields.values().forEach(field -> ((HasValidation) field).setInvalid(false));
    try {
      gateways.send(command(), this::done, this::refused);
    } catch (Refused refused) {
      refused(refused);
    }
  }

  private ChangeFacility command() {
    boolean other = affiliation.getValue() == Affiliation.OTHER;
    return new ChangeFacility(
        sheet.facilityId(),
        sheet.version(),
        new FacilityProfile(
            name.getValue(),
            postalCode.getValue(),
            address.getValue(),
            affiliation.getValue(),
            providerNumber.getValue(),
            other ? otherAffiliation.getValue() : "",
            phone.getValue(),
            fax.getValue(),
            email.getValue(),
            published.getValue()),
        new FacilityPeople(representative.getValue(), administrator.getValue()));
  }

  private void done() {
    close();
    Refusals.done(Texts.get("facility.change.done"));
    changed.run();
  }

  private void refused(Throwable failure) {
    Optional<Refused> refused = Refusals.find(failure);
    @Nullable Component field =
        refused.map(found -> fields.get(found.parameters().getOrDefault("field", ""))).orElse(null);
    if (field == null) {
      Refusals.show(failure);
      return;
    }
    ((HasValidation) field).setErrorMessage(Refusals.sentence(refused.orElseThrow()));
    ((HasValidation) field).setInvalid(true);
    ((Focusable<?>) field).focus();
    // With the sentence under it, which the foot of the dialog would cover on a telephone.
    field.getElement().executeJs("this.scrollIntoView({block: 'center'})");
  }
}
