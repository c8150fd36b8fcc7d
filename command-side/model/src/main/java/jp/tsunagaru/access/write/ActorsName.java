package jp.tsunagaru.access.write;

import java.util.Optional;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The names of who sent the message that is being handled, read by the very look that admitted it:
 * who writes under them need not look again.
 *
 * @param sealed the account's name, under the account's key
 */
public record ActorsName(String accountId, String facilityId, byte[] sealed, String facilityName) {
  void keepDuring(UnitOfWork<?> unit) {
    unit.root().resources().put(ActorsName.class.getName(), this);
  }

  /** Nothing when the gate read another's or none. */
  public static Optional<ActorsName> of(AccountId accountId, FacilityId facilityId) {
    if (!CurrentUnitOfWork.isStarted()) {
      return Optional.empty();
    }
    ActorsName read = CurrentUnitOfWork.get().root().getResource(ActorsName.class.getName());
    return Optional.ofNullable(read)
        .filter(name ->
            name.accountId().equals(accountId.value())
                && name.facilityId().equals(facilityId.value()));
  }
}
