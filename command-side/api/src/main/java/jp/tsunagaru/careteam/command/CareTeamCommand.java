package jp.tsunagaru.careteam.command;

/** Table of contents of the commands of this feature. */
public sealed interface CareTeamCommand
    permits AssignMember,
        AssignGroup,
        ChangeMembership,
        EndMembership,
        CreateGroup,
        ChangeGroup,
        DissolveGroup,
        ChangeRightsTemplate,
        ResetRightsTemplate {}
