using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Imports;

namespace Transparency.Portal.Operations;

/// <summary><c>officer add NAME --role ROLE [--village CODE]</c>: a sign-in, and a one-time link to it.</summary>
public static class OfficerAdd
{
}
