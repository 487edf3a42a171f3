using Marten;
using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Access;

/// <summary>Who may sign in.</summary>
internal static class OfficerStore
{
    public static readonly StreamKind Officer = new StreamKind("officer", new Dictionary<Type, string>
    {
        [typeof(OfficerAppointed)] = "officer-appointed",
    }) with
    {
        Documents = o =>
        {
            o.Schema.For<OfficerOnDuty>().UniqueIndex(x => x.SignInName);
            // Two who redeem one link at once: the second finds another version and fails.
            o.Schema.For<SignInLink>().UseOptimisticConcurrency(true);
        },
    };
}
