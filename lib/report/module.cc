// Placeholder of the module until its sources land.
namespace rasoat {}
