package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;

/** Through whom the patient asked, and who said so (PT-10). Nothing is chosen beforehand. */
public final class RequestFields extends Div {
  private final RadioButtonGroup<RequestChannel> channel =
      new RadioButtonGroup<>(Texts.get("consent.channel"));
  private final TextField requester = new TextField(Texts.get("consent.closing.requester"));
  private final TextField relationship = new TextField(Texts.get("consent.closing.relationship"));

  public RequestFields() {
    channel.setItems(RequestChannel.values());
    channel.setItemLabelGenerator(each -> Texts.of("consent.channel", each));
    channel.setRequiredIndicatorVisible(true);
    channel.setErrorMessage(Texts.get("consent.channel.missing"));
    requester.setMaxLength(80);
    requester.setRequiredIndicatorVisible(true);
    requester.setErrorMessage(Texts.get("consent.missing"));
    relationship.setMaxLength(20);
    addClassName("request-fields");
    add(channel, requester, relationship);
  }

  /** Asked where the channel is known, as at the desk of the city. */
  public static RequestFields through(RequestChannel channel) {
    RequestFields fields = new RequestFields();
    fields.channel.setValue(channel);
    fields.channel.setVisible(false);
    return fields;
  }

  /** Whether everything is there; what is missing is marked. */
  public boolean complete() {
    channel.setInvalid(channel.isEmpty());
    requester.setInvalid(requester.getValue().isBlank());
    return !channel.isInvalid() && !requester.isInvalid();
  }

  /** Of {@link #complete()} fields only. */
  public RequestChannel channel() {
    return channel.getValue();
  }

  /** Of {@link #complete()} fields only. */
  public Requester requester() {
    return new Requester(requester.getValue(), relationship.getValue());
  }
}
