package jp.tsunagaru.careteam.event;

/** Table of contents of the events of this feature. */
public sealed interface CareTeamEvent
    permits MemberAssigned,
        GroupAssigned,
        MembershipChanged,
        MembershipEnded,
        GroupCreated,
        GroupChanged,
        GroupDissolved,
        RightsTemplateChanged,
        RightsTemplateReset {}
