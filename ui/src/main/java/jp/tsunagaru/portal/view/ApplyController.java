package jp.tsunagaru.portal.view;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.query.ApplicationState;
import jp.tsunagaru.facility.query.ApplicationStatus;
import jp.tsunagaru.facility.query.FindApplicationStatus;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 様式第1 online (第8条1). The number of an application is the key to its page. */
@Controller
class ApplyController {
  private final CommandGateway commands;
  private final QueryGateway queries;
  private final TermsInForce terms;
  private final CityProperties city;
  private final Clock clock;

  ApplyController(
      CommandGateway commands,
      QueryGateway queries,
      TermsInForce terms,
      CityProperties city,
      Clock clock) {
    this.commands = commands;
    this.queries = queries;
    this.terms = terms;
    this.city = city;
    this.clock = clock;
  }

  /** Sizes of collections in a form stay small, and nothing but the form's own fields is bound. */
  @InitBinder("form")
  void bind(WebDataBinder binder) {
    binder.setAutoGrowCollectionLimit(10);
    binder.setAllowedFields(
        "facilityName",
        "representative",
        "administrator",
        "postalCode",
        "address",
        "affiliation",
        "providerNumber",
        "otherAffiliation",
        "phone",
        "fax",
        "email",
        "published",
        "agreeTerms",
        "agreePolicy",
        "termsHash",
        "policyHash");
  }

  @GetMapping("/apply")
  String form(Model model) {
    return show(model, new ApplicationForm(), Map.of(), "/apply", ApplicationId.next().value());
  }

  /** The id is made with the form, so that a form sent twice is one application. */
  @PostMapping("/apply")
  String apply(
      @ModelAttribute("form") ApplicationForm form,
      @RequestParam(defaultValue = "") String number,
      Model model) {
    ApplicationId id = id(number);
    TermsAgreement agreement = terms.agreement();
    Map<String, String> errors = form.errors(agreement);
    if (errors.isEmpty()) {
      try {
        commands.sendAndWait(form.apply(id, LocalDate.now(clock), agreement));
        return "redirect:/apply/" + id.value() + "?sent";
      } catch (RuntimeException failure) {
        errors = Map.of("form", sentence(failure));
      }
    }
    return show(model, form, errors, "/apply", id.value());
  }

  @GetMapping("/apply/{number}")
  String status(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String sent,
      Model model) {
    ApplicationId id = id(number);
    ApplicationStatus status = status(id, sent != null);
    FacilityProfile profile = status.profile();
    FacilityPeople people = status.people();
    if (status.state() == ApplicationState.RETURNED && profile != null && people != null) {
      return mend(model, status, ApplicationForm.of(profile, people), Map.of());
    }
    return page(model, status);
  }

  @PostMapping("/apply/{number}")
  String revise(
      @PathVariable String number, @ModelAttribute("form") ApplicationForm form, Model model) {
    ApplicationId id = id(number);
    TermsAgreement agreement = terms.agreement();
    Map<String, String> errors = form.errors(agreement);
    if (errors.isEmpty()) {
      try {
        commands.sendAndWait(form.revise(id, LocalDate.now(clock), agreement));
        return "redirect:/apply/" + id.value() + "?sent";
      } catch (RuntimeException failure) {
        errors = Map.of("form", sentence(failure));
      }
    }
    return mend(model, status(id, false), form, errors);
  }

  private String page(Model model, ApplicationStatus status) {
    model.addAttribute("city", city);
    model.addAttribute("status", status);
    model.addAttribute("appliedOn", DateTexts.date(status.appliedOn()));
    return "portal/status";
  }

  private String mend(
      Model model, ApplicationStatus status, ApplicationForm form, Map<String, String> errors) {
    page(model, status);
    show(model, form, errors, "/apply/" + status.applicationId().value(), "");
    return "portal/status";
  }

  private String show(
      Model model, ApplicationForm form, Map<String, String> errors, String action, String number) {
    TermsAgreement inForce = terms.agreement();
    form.setTermsHash(inForce.termsHash());
    form.setPolicyHash(inForce.policyHash());
    model.addAttribute("city", city);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("action", action);
    model.addAttribute("number", number);
    model.addAttribute("affiliations", Affiliation.values());
    model.addAttribute("fields", PublicField.values());
    model.addAttribute("agreement", inForce);
    model.addAttribute("today", DateTexts.era(LocalDate.now(clock)));
    return "portal/apply";
  }

  /** Just sent, an application may not have reached the list yet: it is told by what is known. */
  private ApplicationStatus status(ApplicationId id, boolean justSent) {
    try {
      return queries.query(new FindApplicationStatus(id), ApplicationStatus.class).join();
    } catch (RuntimeException failure) {
      if (justSent && Refusals.find(failure).isPresent()) {
        return new ApplicationStatus(
            id, ApplicationState.WAITING_FOR_PAPER, LocalDate.now(clock), "", null, null);
      }
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private static ApplicationId id(String number) {
    try {
      return new ApplicationId(number);
    } catch (IllegalArgumentException malformed) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private static String sentence(RuntimeException failure) {
    return Refusals.find(failure)
        .map(Refusals::sentence)
        .orElseGet(() -> Texts.get("refusal.UNAVAILABLE"));
  }
}
