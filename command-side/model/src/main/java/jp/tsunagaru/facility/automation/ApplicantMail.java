package jp.tsunagaru.facility.automation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.event.ApplicationApproved;
import jp.tsunagaru.facility.event.ApplicationRejected;
import jp.tsunagaru.facility.event.ApplicationReturned;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Tells the applicant that there is a decision (PF-09), and where to read it: mail is an open
 * letter, so no reason and no name is in it. Silent where no mail server is configured.
 */
@Component
@ProcessingGroup("applicant-mail")
@DisallowReplay
class ApplicantMail {
  private final ObjectProvider<JavaMailSender> mail;
  private final JdbcClient jdbc;
  private final String from;
  private final String publicUrl;
  private final ResourceBundle texts =
      ResourceBundle.getBundle("texts.applicant-mail", Locale.ROOT);

  ApplicantMail(
      ObjectProvider<JavaMailSender> mail,
      JdbcClient jdbc,
      @Value("${tsunagaru.mail.from:no-reply@localhost}") String from,
      @Value("${tsunagaru.public-url:http://localhost:8080}") String publicUrl) {
    this.mail = mail;
    this.jdbc = jdbc;
    this.from = from;
    this.publicUrl = publicUrl;
  }

  @EventHandler
  void on(ApplicationReturned event) {
    tell(event.applicationId(), "returned");
  }

  @EventHandler
  void on(ApplicationRejected event) {
    tell(event.applicationId(), "rejected");
  }

  @EventHandler
  void on(ApplicationApproved event) {
    tell(event.applicationId(), "approved");
  }

  private void tell(ApplicationId application, String decision) {
    JavaMailSender sender = mail.getIfAvailable();
    Optional<String> address = address(application);
    if (sender == null || address.isEmpty()) {
      return;
    }
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(address.get());
    message.setSubject(texts.getString("subject"));
    message.setText(
        MessageFormat.format(
            texts.getString("body"),
            application.value(),
            texts.getString("state." + decision),
            publicUrl + MessageFormat.format(texts.getString("path"), application.value())));
    sender.send(message);
  }

  private Optional<String> address(ApplicationId application) {
    return jdbc.sql("select email from guard.applicant where application_id = ?")
        .param(application.value())
        .query(String.class)
        .optional();
  }
}
