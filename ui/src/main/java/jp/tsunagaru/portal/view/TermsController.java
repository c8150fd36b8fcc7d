package jp.tsunagaru.portal.view;

import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.terms.TermsInForce;
import jp.tsunagaru.terms.TermsText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The documents in force, each with its version and fingerprint (TR-01). */
@Controller
class TermsController {
  private final TermsInForce terms;
  private final CityProperties city;

  TermsController(TermsInForce terms, CityProperties city) {
    this.terms = terms;
    this.city = city;
  }

  @GetMapping("/terms")
  String terms(Model model) {
    return page(model, "terms.title", terms.terms());
  }

  @GetMapping("/policy")
  String policy(Model model) {
    return page(model, "policy.title", terms.policy());
  }

  @GetMapping("/consent-form")
  String consentForm(Model model) {
    return page(model, "consentForm.title", terms.consentForm());
  }

  private String page(Model model, String title, TermsText text) {
    model.addAttribute("city", city);
    model.addAttribute("title", Texts.get(title));
    model.addAttribute("text", text.text());
    model.addAttribute(
        "version", Texts.get("terms.version", text.version(), DateTexts.era(text.effectiveFrom())));
    model.addAttribute("hash", text.sha256());
    return "portal/terms";
  }
}
