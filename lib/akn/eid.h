// Ids of provisions in the abbreviations of the Akoma Ntoso Naming Convention.
#pragma once

#include <string>
#include <string_view>

namespace rasoat {

// rasoat's id with the standard's words for its levels: "art_5__clause_2__point_đ" →
// "art_5__para_2__point_đ"; a clause below a clause ("1.1." of plans) is a subparagraph:
// "sec_2__clause_4__clause_4-1" → "sec_2__para_4__subpara_4-1". Two ids never give one eId.
std::string akn_eid(std::string_view provision_id);

}  // namespace rasoat
